package org.ninetyten.messaging.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Backoff;

/**
 * Publishes the outbox in its own loop.
 *
 * <p>One relay of all instances is active, the holder of an advisory lock; the others wait for the lock and wake the active
 * one when their instance has appended something. The active one works in a pipeline: while a batch is on its way to
 * Kafka it deletes the one before and reads the one after, but it sends no batch before the one before is acknowledged
 * as a whole. A crash at any point leaves rows that are sent again, never rows that are skipped.
 */
final class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final long[] NOTHING = {};
    private static final long CHECK_MILLIS = 1000;
    private static final long LAST_ACKNOWLEDGEMENTS_MILLIS = 5000;
    private static final Duration PRODUCER_CLOSE = Duration.ofSeconds(2);

    /** What a relay needs to know. */
    record Settings(String source, int batchSize, Duration pollInterval, int attempts, Backoff backoff) {}

    /** A topic that takes nothing for a while, because of itself and not because of an event. */
    private record Hold(long untilNanos, int failures) {
        boolean lasts() {
            return untilNanos - System.nanoTime() > 0;
        }
    }

    private final ConnectionSource connections;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Settings settings;
    private final RelayMeters meters;
    private final WakeUp wakeUp = new WakeUp();
    private final Map<String, Hold> heldTopics = new HashMap<>();
    private volatile boolean stopping;
    private @Nullable Producer<byte[], byte[]> producer;
    private int failuresInARow;

    Relay(
            ConnectionSource connections,
            Supplier<Producer<byte[], byte[]>> producers,
            Settings settings,
            RelayMeters meters) {
        this.connections = connections;
        this.producers = producers;
        this.settings = settings;
        this.meters = meters;
    }

    void wake() {
        wakeUp.signal();
    }

    /** Ends the loop after the batch in flight. */
    void stop() {
        stopping = true;
        wakeUp.signal();
    }

    @Override
    public void run() {
        int failures = 0;
        while (!stopping) {
            try (OutboxRows rows = OutboxRows.on(connections, settings.source())) {
                failures = 0;
                if (waitForTheLock(rows)) {
                    publish(rows);
                }
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.warnf("The outbox relay lost its database connection: %s", e.getMessage());
                    pause(settings.backoff().after(++failures));
                }
            } catch (InterruptedException | InterruptException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.error("The outbox relay failed and starts again", e);
                pause(settings.backoff().after(++failures));
            } finally {
                meters.active(false);
                closeProducer();
            }
        }
    }

    private boolean waitForTheLock(OutboxRows rows) throws SQLException, InterruptedException {
        while (!stopping) {
            if (rows.tryLock()) {
                LOG.debug("This instance publishes the outbox");
                return true;
            }
            if (wakeUp.await(settings.pollInterval())) {
                rows.wakeActiveRelay();
            }
        }
        return false;
    }

    private void publish(OutboxRows rows) throws SQLException, InterruptedException {
        meters.active(true);
        try (OutboxListener listener = new OutboxListener(connections, wakeUp, settings.backoff())) {
            listener.start();
            while (!stopping) {
                if (drain(rows)) {
                    failuresInARow = 0;
                    wakeUp.await(settings.pollInterval());
                } else {
                    pause(settings.backoff().after(++failuresInARow));
                }
            }
        }
    }

    /** Publishes until nothing is left to read; false if it makes no sense to go on at once. */
    private boolean drain(OutboxRows rows) throws SQLException, InterruptedException {
        long[] acknowledged = NOTHING;
        List<OutboxRow> next = read(rows, NOTHING);
        while (!next.isEmpty() && !stopping) {
            Batch batch = new Batch(next);
            batch.send(producer());
            rows.delete(acknowledged);
            next = rows.lastReadWasCut() || wakeUp.wasSignalled() ? read(rows, batch.positions()) : List.of();
            boolean complete = await(batch, rows);
            acknowledged = complete ? batch.acknowledged() : NOTHING;
            meters.cycle(batch.size(), acknowledged.length, Duration.ofNanos(System.nanoTime() - batch.startedNanos()));
            if (!complete) {
                return false;
            }
            if (!heldTopics.isEmpty()) {
                heldTopics.keySet().removeAll(batch.acknowledgedTopics());
            }
            if (acknowledged.length < batch.size()) {
                // What was read meanwhile may belong to lanes that have just stopped.
                rows.delete(acknowledged);
                if (!note(batch.failures(), rows) || acknowledged.length == 0) {
                    return false;
                }
                acknowledged = NOTHING;
                next = read(rows, NOTHING);
            } else if (next.isEmpty() && wakeUp.wasSignalled()) {
                next = read(rows, acknowledged);
            }
        }
        rows.delete(acknowledged);
        return true;
    }

    private List<OutboxRow> read(OutboxRows rows, long[] inFlight) throws SQLException {
        List<String> held = heldTopics.entrySet().stream()
                .filter(topic -> topic.getValue().lasts())
                .map(Map.Entry::getKey)
                .toList();
        return rows.read(settings.batchSize(), inFlight, held);
    }

    /** Waits as long as it takes, but not for a relay that is being stopped or is no longer the active one. */
    private boolean await(Batch batch, OutboxRows rows) throws SQLException, InterruptedException {
        while (!batch.await(CHECK_MILLIS)) {
            rows.checkStillActive();
            if (stopping) {
                return batch.await(LAST_ACKNOWLEDGEMENTS_MILLIS);
            }
        }
        return true;
    }

    /** Decides what a failure means: the row, its topic, or the producer; false if the producer had to go. */
    private boolean note(Map<OutboxRow, Exception> failures, OutboxRows rows) throws SQLException {
        boolean goOn = true;
        for (Map.Entry<OutboxRow, Exception> failure : failures.entrySet()) {
            OutboxRow row = failure.getKey();
            Exception error = failure.getValue();
            String topic = row.lane().topic();
            if (isFatal(error)) {
                LOG.warnf("The producer of the outbox relay is replaced: %s", error);
                closeProducer();
                goOn = false;
            } else if (error instanceof RetriableException || error instanceof AuthorizationException) {
                hold(topic, error);
            } else {
                meters.refused();
                // The row itself counts, so the count survives a takeover.
                boolean parked =
                        rows.refused(row.position(), error.toString(), settings.attempts(), settings.backoff());
                if (parked) {
                    LOG.errorf(
                            "Outbox row %d for %s is parked with all later rows of key %s: %s",
                            row.position(), topic, row.lane().key(), error);
                }
            }
        }
        return goOn;
    }

    private void hold(String topic, Exception error) {
        Hold before = heldTopics.get(topic);
        if (before != null && before.lasts()) {
            return;
        }
        int failures = before == null ? 1 : before.failures() + 1;
        Duration pause = settings.backoff().after(failures);
        LOG.warnf("%s gets no events for %s: %s", topic, pause, error);
        heldTopics.put(topic, new Hold(System.nanoTime() + pause.toNanos(), failures));
    }

    private static boolean isFatal(Exception error) {
        return error instanceof ProducerFencedException
                || error instanceof InvalidProducerEpochException
                || error instanceof OutOfOrderSequenceException
                || error instanceof AuthenticationException
                || error instanceof IllegalStateException;
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = producers.get();
            producer = current;
        }
        return current;
    }

    private void closeProducer() {
        if (producer != null) {
            producer.close(PRODUCER_CLOSE);
            producer = null;
        }
    }

    /** Waits without listening to wake-ups: new rows do not make a failure go away. */
    private void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
                wakeUp.await(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
