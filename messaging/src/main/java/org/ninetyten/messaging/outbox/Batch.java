package org.ninetyten.messaging.outbox;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.outbox.OutboxRow.Lane;

/**
 * Rows that are sent together and awaited together.
 *
 * <p>No row may overtake an earlier one of its lane. Most refusals (too large, no such topic, no metadata) are known when
 * {@code send} returns, and then the rest of the lane is not sent. A broker that is away is no refusal: the producer,
 * idempotent and without a delivery timeout, tries again in order for as long as it takes. What remains is a refusal by
 * the broker itself, which is known only after later rows of the lane are on their way, such as a topic that takes
 * smaller records than the producer was told. Hence the largest record is configured to be the smallest topic limit.
 */
final class Batch {

    private final List<OutboxRow> rows;
    private final AtomicReferenceArray<@Nullable Exception> errors;
    private final boolean[] sent;
    private final CountDownLatch open;
    private final long started = System.nanoTime();

    Batch(List<OutboxRow> rows) {
        this.rows = rows;
        this.errors = new AtomicReferenceArray<>(rows.size());
        this.sent = new boolean[rows.size()];
        this.open = new CountDownLatch(rows.size());
    }

    void send(Producer<byte[], byte[]> producer) {
        Set<Lane> stoppedLanes = new HashSet<>();
        Set<String> stoppedTopics = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            if (stoppedLanes.contains(row.lane())
                    || stoppedTopics.contains(row.lane().topic())) {
                open.countDown();
                continue;
            }
            sent[i] = true;
            Exception refusal = send(producer, i, row);
            if (refusal != null) {
                stoppedLanes.add(row.lane());
                if (refusal instanceof TimeoutException) {
                    // Nothing is known of the topic, or no room is left: the next row would only wait as long.
                    stoppedTopics.add(row.lane().topic());
                }
            }
        }
    }

    private @Nullable Exception send(Producer<byte[], byte[]> producer, int index, OutboxRow row) {
        try {
            var _ = producer.send(row.message(), (metadata, error) -> {
                if (error != null) {
                    errors.set(index, error);
                }
                open.countDown();
            });
        } catch (KafkaException | IllegalStateException e) {
            errors.set(index, e);
            open.countDown();
        }
        return errors.get(index);
    }

    /** Waits for the acknowledgements; false if some are still missing after that time. */
    boolean await(long millis) throws InterruptedException {
        return open.await(millis, TimeUnit.MILLISECONDS);
    }

    int size() {
        return rows.size();
    }

    long startedNanos() {
        return started;
    }

    long[] positions() {
        return rows.stream().mapToLong(OutboxRow::position).toArray();
    }

    long[] acknowledged() {
        return IntStream.range(0, rows.size())
                .filter(this::isAcknowledged)
                .mapToLong(i -> rows.get(i).position())
                .toArray();
    }

    Set<String> acknowledgedTopics() {
        return IntStream.range(0, rows.size())
                .filter(this::isAcknowledged)
                .mapToObj(i -> rows.get(i).lane().topic())
                .collect(Collectors.toSet());
    }

    private boolean isAcknowledged(int index) {
        return sent[index] && errors.get(index) == null;
    }

    /** The rows that failed, in order, each with what the producer said. */
    Map<OutboxRow, Exception> failures() {
        Map<OutboxRow, Exception> failures = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Exception error = errors.get(i);
            if (error != null) {
                failures.put(rows.get(i), error);
            }
        }
        return failures;
    }
}
