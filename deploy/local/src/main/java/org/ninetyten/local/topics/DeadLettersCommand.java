package org.ninetyten.local.topics;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deadletters",
        description = "Lists the events that a service could not handle, and sends them to it once more.")
public final class DeadLettersCommand implements Callable<Integer> {

    private static final String EVERY = "every";

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..1",
            description = "Only this topic, e.g. leadrouting.deal or leadrouting.deal.billing-service.dlt.")
    private @Nullable String topic;

    @Option(
            names = "--replay",
            paramLabel = "ID",
            arity = "0..1",
            fallbackValue = EVERY,
            description = "Send the event with this id (or all that are listed) to the service once more.")
    private @Nullable String replay;

    @Override
    public Integer call() {
        Home home = data.home();
        Broker broker = Running.broker(home);
        List<TopicCatalogue.DeadLetters> wanted = TopicCatalogue.load().deadLetters().stream()
                .filter(letters -> topic == null
                        || letters.topic().equals(topic)
                        || letters.topic().startsWith(topic + "."))
                .toList();
        if (wanted.isEmpty()) {
            throw new Failure(
                    "There are no dead letters for a topic " + topic + ": ./ninetyten topics --all lists them.");
        }
        Console console = Console.standard();
        int found = 0;
        for (TopicCatalogue.DeadLetters letters : wanted) {
            List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
            broker.readAll(letters.topic(), event -> {
                if (replay == null || replay.equals(EVERY) || id(event).equals(replay)) {
                    events.add(event);
                }
                return true;
            });
            events.forEach(event -> console.say(line(event, letters)));
            if (replay != null && !events.isEmpty()) {
                send(home, letters, events);
                console.say("  → sent to " + letters.retryTopic() + ": " + events.size());
            }
            found += events.size();
        }
        if (found == 0) {
            console.say(replay == null ? "No dead letters." : "No dead letter matched; nothing was sent.");
        }
        return replay != null && found == 0 ? 1 : 0;
    }

    private static String id(ConsumerRecord<String, byte[]> event) {
        return Broker.header(event, "ce_id").orElse("");
    }

    private static String line(ConsumerRecord<String, byte[]> event, TopicCatalogue.DeadLetters letters) {
        Optional<String> why = Broker.header(event, "dead-letter-reason");
        return "%s  %s  %s  key %s  %s"
                .formatted(
                        id(event),
                        letters.service(),
                        Broker.header(event, "ce_type").orElse("?"),
                        event.key(),
                        why.orElse("no reason given"));
    }

    /** The event keeps its id: the inbox of the service applies it once, however often it is sent. */
    private static void send(Home home, TopicCatalogue.DeadLetters to, List<ConsumerRecord<String, byte[]>> events) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        home.kafkaServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        10_000),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> event : events) {
                ProducerRecord<String, byte[]> again =
                        new ProducerRecord<>(to.retryTopic(), event.key(), event.value());
                for (Header header : event.headers()) {
                    if (!header.key().startsWith("dead-letter-")) {
                        again.headers().add(header);
                    }
                }
                again.headers().add("replayed-from", to.topic().getBytes(StandardCharsets.UTF_8));
                producer.send(again).get();
            }
        } catch (ExecutionException e) {
            throw new Failure("Kafka refused the replay: " + Broker.reason(e) + ".", e);
        } catch (InterruptedException e) {
            throw Broker.interrupted(e);
        }
    }
}
