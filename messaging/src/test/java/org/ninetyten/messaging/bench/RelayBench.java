package org.ninetyten.messaging.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Measures the relay, alone and against the Debezium engine (P4). Not part of a build; run it with {@code mvn -f
 * messaging/pom.xml test -Dtest=RelayBench} and read {@code target/relay-bench.txt}; its figures are
 * also in {@code target/bench/P4.json}. The figures come from a JVM of their own, without the flags of tests.
 */
class RelayBench {

    @Test
    void measures() throws Exception {
        Process measuring = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xms1g",
                        "-Xmx1g",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        RelayMeasurement.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "relay-bench.txt").toFile())
                .start();
        assertEquals(0, measuring.waitFor(), "see target/relay-bench.txt");
    }
}
