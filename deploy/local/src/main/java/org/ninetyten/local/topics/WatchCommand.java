package org.ninetyten.local.topics;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "watch", description = "Shows events as they happen, one line each, until Ctrl-C.")
public final class WatchCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--from-start", description = "Begin with the first event that is kept.")
    private boolean fromStart;

    @Parameters(paramLabel = "TOPIC", arity = "0..*", description = "Only these topics (default: all).")
    private final List<String> only = new ArrayList<>();

    @Override
    public Integer call() {
        Home home = data.home();
        Broker broker = Running.broker(home);
        TopicCatalogue catalogue = TopicCatalogue.load();
        List<String> topics = only.isEmpty() ? catalogue.produced() : Running.known(catalogue, only);
        Console console = Console.standard();
        try (KafkaConsumer<String, byte[]> reader = broker.reader()) {
            List<TopicPartition> partitions = broker.partitions(reader, topics);
            reader.assign(partitions);
            if (fromStart) {
                reader.seekToBeginning(partitions);
            } else {
                reader.seekToEnd(partitions);
            }
            console.say("Watching " + topics.size() + " topics. Ctrl-C ends it.");
            while (!Thread.currentThread().isInterrupted()) {
                List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
                reader.poll(Duration.ofMillis(500)).forEach(batch::add);
                batch.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
                batch.forEach(message -> console.say(Event.of(message).line(ZoneId.systemDefault())));
            }
        }
        return 0;
    }
}
