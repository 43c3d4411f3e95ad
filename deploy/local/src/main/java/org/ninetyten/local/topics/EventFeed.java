package org.ninetyten.local.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.ninetyten.local.home.Home;

/** The events from the moment of its making; used by one thread. */
public final class EventFeed implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> reader;
    private final List<Event> seen = new ArrayList<>();

    public EventFeed(Home home) {
        Broker broker = Running.broker(home);
        reader = broker.reader();
        List<TopicPartition> partitions =
                broker.partitions(reader, TopicCatalogue.load().produced());
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        // The seek is lazy: only a position pins the reader to this moment.
        partitions.forEach(reader::position);
    }

    /** The first event of a type that fits, already seen or yet to come. */
    public Optional<Event> await(String type, Predicate<Event> fits, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        int looked = 0;
        while (true) {
            for (; looked < seen.size(); looked++) {
                Event event = seen.get(looked);
                if (event.type().equals(type) && fits.test(event)) {
                    return Optional.of(event);
                }
            }
            if (System.nanoTime() > deadline) {
                return Optional.empty();
            }
            reader.poll(Duration.ofMillis(200)).forEach(message -> seen.add(Event.of(message)));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
