package org.ninetyten.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The whole platform, started by the same command as a user's, on ports of its own and with data of its own. */
final class Platform {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(5);

    private final Path data;
    private final int portBase;

    @SuppressWarnings("NullAway.Init")
    private Process run;

    Platform(Path data) {
        this.data = data;
        this.portBase = freePortBase();
    }

    /** What a command printed, and how it ended. */
    record Outcome(int exitCode, String output) {}

    void start() throws IOException {
        run = command(data.resolveSibling("run.log"), "run", "--data", data.toString());
        Awaitility.await("the platform to be ready")
                .atMost(START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (!run.isAlive()) {
                        throw new AssertionError("The platform ended at its start:\n" + log());
                    }
                    return Files.exists(data.resolve("state.json"))
                            && state().path("ready").asBoolean();
                });
    }

    /** Runs a command of {@code ./ninetyten} against this platform to its end. */
    Outcome ninetyten(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(data.getParent(), arguments[0], ".log");
        Process process = command(log, arguments);
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", arguments) + " did not end:\n" + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log));
    }

    /** Starts a command that goes on beside the test. */
    Process begin(Path log, String... arguments) throws IOException {
        return command(log, arguments);
    }

    ProcessHandle processOf(String service) {
        for (JsonNode process : state().path("processes")) {
            if (process.path("name").asText().equals(service)) {
                return ProcessHandle.of(process.path("pid").asLong())
                        .orElseThrow(() -> new AssertionError(service + " does not run"));
            }
        }
        throw new AssertionError("No process " + service + " in " + state());
    }

    /** All processes that the platform has started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> handles = new ArrayList<>();
        state().path("processes")
                .forEach(process ->
                        ProcessHandle.of(process.path("pid").asLong()).ifPresent(handles::add));
        return handles;
    }

    String log() {
        try {
            return Files.readString(data.resolveSibling("run.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as Ctrl-C does, and waits until it is gone. */
    void stop() throws InterruptedException {
        run.destroy();
        if (!run.waitFor(2, TimeUnit.MINUTES)) {
            run.destroyForcibly();
            throw new AssertionError("The platform did not stop:\n" + log());
        }
    }

    private JsonNode state() {
        try {
            return JSON.readTree(Files.readString(data.resolve("state.json"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process command(Path log, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dninetyten.home=" + PROJECT,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                PROJECT.resolve("deploy/local/target/local-0.1.0-SNAPSHOT.jar").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("NINETYTEN_PORT_BASE", Integer.toString(portBase));
        builder.environment().put("NINETYTEN_DATA", data.toString());
        return builder.start();
    }

    /** A base from which the hundred ports after it are probably free: those that the platform uses are tried. */
    private static int freePortBase() {
        for (int base = 21_000; base < 30_000; base += 100) {
            if (areFree(base, 0, 1, 2, 3, 4, 5, 32, 92, 93)) {
                return base;
            }
        }
        throw new AssertionError("There are no free ports from 21000 to 30000");
    }

    private static boolean areFree(int base, int... offsets) {
        for (int offset : offsets) {
            try (ServerSocket socket = new ServerSocket(base + offset)) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
