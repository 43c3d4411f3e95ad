package org.ninetyten.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Failure;

/** The folder of everything that outlives a run. */
final class DataFolder {

    private static final long NEEDED_MEGABYTES = 1024;
    private static final long LEAST_MEGABYTES = 32;
    private static final List<String> CONTENTS = List.of("postgres", "kafka", "keycloak", "logs", "state.json");

    private DataFolder() {}

    /** Makes the folder and finds out now, not in the middle of a start, whether it can be written and has room. */
    static void prepare(Path data) {
        try {
            Files.createDirectories(data.resolve("logs"));
            Path probe = Files.createTempFile(data, "write", ".probe");
            Files.delete(probe);
            long megabytes = Files.getFileStore(data).getUsableSpace() / (1024 * 1024);
            if (megabytes < NEEDED_MEGABYTES) {
                throw new Failure("The disk of " + data + " has " + megabytes + " MB left and the platform needs "
                        + NEEDED_MEGABYTES + " MB: free some space, or choose another folder with --data DIR.");
            }
        } catch (IOException e) {
            throw cannotWrite(data, e);
        }
    }

    /** A component that ended on a full disk complains in its own words; this says what to do. */
    static void refuseIfFull(Path data, String component) {
        try {
            long megabytes = Files.getFileStore(data).getUsableSpace() / (1024 * 1024);
            if (megabytes < LEAST_MEGABYTES) {
                throw new Failure(component + " ended because the disk of " + data + " is full (" + megabytes
                        + " MB left): free some space, or choose another folder with --data DIR.");
            }
        } catch (IOException e) {
            throw cannotWrite(data, e);
        }
    }

    static Failure cannotWrite(@Nullable Path folder, IOException e) {
        return new Failure(
                "The data folder " + folder + " cannot be written ("
                        + e.getClass().getSimpleName()
                        + "): the disk may be full or read-only; free it, or choose another folder with --data DIR.",
                e);
    }

    /** Removes what the platform itself put there, and nothing else that may lie in the folder. */
    static void clean(Path data) {
        for (String name : CONTENTS) {
            Path path = data.resolve(name);
            try (Stream<Path> files = Files.exists(path) ? Files.walk(path) : Stream.empty()) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new Failure(path + " cannot be deleted: " + e.getMessage() + ".", e);
            }
        }
    }
}
