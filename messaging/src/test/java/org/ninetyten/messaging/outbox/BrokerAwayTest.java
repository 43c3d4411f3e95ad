package org.ninetyten.messaging.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninetyten.testing.RealServers;

class BrokerAwayTest {

    @TempDir
    Path data;

    @Test
    void whatIsCommittedWhileTheBrokerIsAwayArrivesInOrderWhenItIsBack() throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        RealServers.ensureStarted();
        try (RelayFixture outbox = RelayFixture.create(RealServers.jdbcUrl(), "localhost:" + port)) {
            outbox.append("a", 1);
            outbox.start();
            await().during(Duration.ofSeconds(1)).until(() -> outbox.count("true") == 1);

            try (EmbeddedKafkaBroker broker = broker(port, controllerPort)) {
                broker.start();
                awaitEmpty(outbox);
                outbox.append("a", 2);
                awaitEmpty(outbox);
            }
            outbox.append("a", 3, 4);
            outbox.append("b", 1);
            await().during(Duration.ofSeconds(1)).until(() -> outbox.count("true") == 3);
            outbox.append("a", 5);

            try (EmbeddedKafkaBroker broker = broker(port, controllerPort)) {
                broker.start();
                awaitEmpty(outbox);
                assertEquals(List.of(1, 2, 3, 4, 5), outbox.applied().get("a"));
                assertEquals(List.of(1), outbox.applied().get("b"));
                assertEquals(0, outbox.refused(), "a broker that is away is nobody's fault");
            }
        }
    }

    private EmbeddedKafkaBroker broker(int port, int controllerPort) {
        return new EmbeddedKafkaBroker()
                .withNodeId(0)
                .withClusterId("4L6g3nShT-eMCtK--X86sw")
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> {
                    properties.put("log.dir", data.toString());
                    properties.put("log.dirs", data.toString());
                    properties.put("offsets.topic.num.partitions", "1");
                });
    }

    private static void awaitEmpty(RelayFixture outbox) {
        await().atMost(Duration.ofSeconds(30)).until(() -> outbox.count("true") == 0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
