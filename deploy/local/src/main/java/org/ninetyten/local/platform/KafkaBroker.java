package org.ninetyten.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.Uuid;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.topics.Broker;
import org.ninetyten.local.topics.TopicCatalogue;

/** One Kafka node that is broker and controller; it makes only the topics that are declared. */
final class KafkaBroker implements Component {

    private final Home home;
    private final Path folder;

    KafkaBroker(Home home) {
        this.home = home;
        this.folder = home.data().resolve("kafka");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return home.kafkaPort();
    }

    @Override
    public String address() {
        return home.kafkaServers();
    }

    @Override
    public String login() {
        return "none";
    }

    @Override
    public ProcessHandle start() {
        Ports.mustBeFree(home.kafkaControllerPort(), "Kafka's controller");
        Path settings = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            Files.writeString(settings, settings());
            Path logging = folder.resolve("logging.properties");
            try (InputStream packed =
                    Objects.requireNonNull(KafkaBroker.class.getResourceAsStream("/kafka-logging.properties"))) {
                Files.copy(packed, logging, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw DataFolder.cannotWrite(folder, e);
        }
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            int code = Child.run(
                    home.data(),
                    home.log("kafka-tools"),
                    Map.of(),
                    java(
                            List.of("-Xmx128m"),
                            "kafka.tools.StorageTool",
                            List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString())));
            if (code != 0) {
                throw new Failure("Kafka's storage could not be formatted: "
                        + String.join(" | ", Child.tail(home.log("kafka-tools"), 2)) + ".");
            }
        }
        return Child.start(
                        home.data(),
                        home.log(name()),
                        Map.of(),
                        java(List.of("-Xms64m", "-Xmx256m"), "kafka.Kafka", List.of(settings.toString())))
                .toHandle();
    }

    @Override
    public boolean isReady() {
        return new Broker(home.kafkaServers()).answers();
    }

    @Override
    public void afterStart() {
        new Broker(home.kafkaServers()).declare(TopicCatalogue.load());
    }

    private List<String> java(List<String> memory, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Child.java());
        command.addAll(memory);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=" + folder.resolve("logging.properties"),
                "-cp",
                home.builtCommand().resolve("lib").resolve("*").toString(),
                mainClass));
        command.addAll(arguments);
        return command;
    }

    private String settings() {
        return """
                # Written at each start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.network.threads=2
                num.io.threads=4
                num.partitions=1
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                # A broker that was killed is let in again as soon as its old session ends.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                # A platform that rests for weeks still knows afterwards what each service has read.
                offsets.retention.minutes=525600
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(home.kafkaPort(), home.kafkaControllerPort(), folder.resolve("log"));
    }
}
