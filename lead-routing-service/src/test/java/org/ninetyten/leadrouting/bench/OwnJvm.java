package org.ninetyten.leadrouting.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

/** Runs a measurement in a JVM of its own, without the flags that make tests quick. */
final class OwnJvm {

    private OwnJvm() {}

    static void run(Class<?> measurement, String output) throws Exception {
        Process measuring = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xms3g",
                        "-Xmx4g",
                        "-XX:+UseParallelGC",
                        measurement.getName())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", output).toFile())
                .start();
        assertEquals(0, measuring.waitFor(), "see target/" + output);
    }
}
