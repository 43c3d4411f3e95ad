package org.ninetyten.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process that the platform started, with what tells it from another one that got its id later. */
public record Recorded(String name, long pid, Instant startedAt, String program, int port) {

    /** Linux derives the start time from the boot time, which may be off by a tick. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Recorded of(String name, ProcessHandle process, String program, int port) {
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        return new Recorded(name, process.pid(), startedAt, program, port);
    }

    /** The process, if the one with this id is still the one that was recorded. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) < 0)
                        .orElse(true))
                .filter(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).endsWith(program))
                        .orElse(true));
    }
}
