package org.ninetyten.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory that a process, with its children, holds in RAM, in bytes. */
public final class ResidentMemory {

    private ResidentMemory() {}

    /** A family of processes, as PostgreSQL's, shares pages: those are counted once, where Linux tells. */
    public static OptionalLong of(ProcessHandle process) {
        List<Long> children = process.descendants().map(ProcessHandle::pid).toList();
        if (children.isEmpty()) {
            return resident(process.pid());
        }
        OptionalLong own = proportional(process.pid());
        if (own.isEmpty()) {
            return own;
        }
        return OptionalLong.of(own.getAsLong()
                + children.stream()
                        .mapToLong(child -> proportional(child).orElse(0))
                        .sum());
    }

    private static OptionalLong resident(long pid) {
        OptionalLong resident = kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:");
        return resident.isPresent() ? resident : fromPs(pid);
    }

    private static OptionalLong proportional(long pid) {
        OptionalLong proportional = kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return proportional.isPresent() ? proportional : resident(pid);
    }

    private static OptionalLong kilobytes(Path file, String field) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return said.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(said) * 1024);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
