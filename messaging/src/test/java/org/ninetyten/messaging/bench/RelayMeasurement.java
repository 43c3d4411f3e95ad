package org.ninetyten.messaging.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ninetyten.messaging.outbox.RelayFixture;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Spread;

/**
 * Latency and throughput of the relay, and P4: both against the Debezium engine on the same servers. Pairs alternate, and
 * every run is checked: each committed row is in Kafka once by id and in order per key.
 */
final class RelayMeasurement {

    private static final int PARTITIONS = 6;
    private static final int KEYS = 1000;
    private static final int ROWS = 100_000;
    private static final int PAIRS = 5;
    private static final int IDLE_EVENTS = 1000;
    private static final int RATE = 500;
    private static final int RATED_EVENTS = 10 * RATE;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final PrintStream out = System.out;
    private final String postgresUrl;
    private final String bootstrapServers;

    private RelayMeasurement(String postgresUrl, String bootstrapServers) {
        this.postgresUrl = postgresUrl;
        this.bootstrapServers = bootstrapServers;
    }

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("wal_level", "logical")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                EmbeddedKafkaBroker kafka = new EmbeddedKafkaBroker()
                        .withNodeId(0)
                        .withKafkaPort(0)
                        .withDeleteLogDirsOnClose(true)
                        .withAdditionalProperties(RelayMeasurement::broker)
                        .start()) {
            String listener = kafka.getAdvertisedListeners().split(",", -1)[0];
            new RelayMeasurement(
                            postgres.getJdbcUrl("postgres", "postgres"),
                            listener.substring(listener.indexOf("://") + 3))
                    .measure();
        }
        // Kafka's threads need not end in good order.
        Runtime.getRuntime().halt(0);
    }

    private static void broker(Properties broker) {
        broker.put("offsets.topic.num.partitions", "1");
        broker.put("auto.create.topics.enable", "false");
        broker.put("log.cleaner.enable", "false");
    }

    /** A way to get rows of the outbox to Kafka. */
    private interface Contender extends AutoCloseable {
        RelayFixture outbox();

        void wake();

        long acknowledged();

        @Override
        void close() throws IOException;
    }

    private Contender relay() throws Exception {
        RelayFixture outbox = fixture();
        Runnable wake = outbox.startRelay();
        return new Contender() {
            @Override
            public RelayFixture outbox() {
                return outbox;
            }

            @Override
            public void wake() {
                wake.run();
            }

            @Override
            public long acknowledged() {
                return (long) outbox.acknowledged();
            }

            @Override
            public void close() {
                outbox.close();
            }
        };
    }

    private Contender debezium() throws Exception {
        RelayFixture outbox = fixture();
        DebeziumPublisher publisher = new DebeziumPublisher(outbox.jdbcUrl, outbox.producer());
        return new Contender() {
            @Override
            public RelayFixture outbox() {
                return outbox;
            }

            @Override
            public void wake() {}

            @Override
            public long acknowledged() {
                return publisher.acknowledged();
            }

            @Override
            public void close() throws IOException {
                publisher.close();
            }
        };
    }

    private RelayFixture fixture() throws Exception {
        RelayFixture outbox = RelayFixture.create(postgresUrl, bootstrapServers);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(outbox.topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        return outbox;
    }

    @FunctionalInterface
    private interface Start {
        Contender start() throws Exception;
    }

    private void measure() throws Exception {
        requireDurable();
        out.println("PostgreSQL: fsync on, synchronous_commit on, wal_level logical. One broker, acks=all, lz4.");

        drain(this::relay);
        double[] latency = idleLatency(this::relay);
        out.printf(
                Locale.ROOT,
                "Relay, idle: append to readable, %,d events: median %.2f ms, p99 %.2f ms%n",
                IDLE_EVENTS,
                percentile(latency, 50),
                percentile(latency, 99));

        drain(this::debezium);
        List<Double> relayRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            double relay = drain(this::relay);
            double debezium = drain(this::debezium);
            relayRates.add(relay);
            ratios.add(relay / debezium);
            out.printf(
                    Locale.ROOT,
                    "Throughput, pair %d: relay %,.0f rows/s, Debezium engine %,.0f rows/s, ratio %.2f%n",
                    pair,
                    relay,
                    debezium,
                    relay / debezium);
        }
        List<Double> latencyRatios = new ArrayList<>();
        for (int pair = 1; pair <= PAIRS; pair++) {
            double relay = percentile(atFixedRate(this::relay), 99);
            double debezium = percentile(atFixedRate(this::debezium), 99);
            latencyRatios.add(relay / debezium);
            out.printf(
                    Locale.ROOT,
                    "p99 at %d events/s, pair %d: relay %.2f ms, Debezium engine %.2f ms, ratio %.2f%n",
                    RATE,
                    pair,
                    relay,
                    debezium,
                    relay / debezium);
        }
        String invariant = "every row in Kafka once by id, in order per key";
        Spread throughput = Spread.of(ratios);
        Spread latencies = Spread.of(latencyRatios);
        Figures figures = new Figures("P4");
        figures.add("relay ÷ Debezium engine, throughput", throughput, ">= 1.0", throughput.median() >= 1.0, invariant);
        figures.add(
                "relay ÷ Debezium engine, p99 at a fixed rate",
                latencies,
                "<= 1.0",
                latencies.median() <= 1.0,
                invariant);
        figures.write();
        out.printf(
                Locale.ROOT,
                "Drained rows/s: %s. Idle, append to readable: median %.2f ms, p99 %.2f ms.%n",
                Spread.of(relayRates),
                percentile(latency, 50),
                percentile(latency, 99));
    }

    private void requireDurable() throws SQLException {
        try (Connection connection = new RelayFixture(postgresUrl, bootstrapServers).open()) {
            Figures.requireDurable(connection);
        }
    }

    /** Rows per second from the commit of all rows to the last acknowledgement, by a publisher that was waiting. */
    private double drain(Start start) throws Exception {
        try (Contender contender = start.start();
                Connection connection = contender.outbox().open()) {
            awaitWarm(contender, connection);
            long before = contender.acknowledged();
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into outbox (event_id, topic, message_key, type, payload, headers, occurred_at)
                    select gen_random_uuid(), ?, 'key-' || n %% %d, 'sample.counted.v1',
                        '{"n":' || n || ',"thing":"' || repeat(md5(n::text), 8) || '"}',
                        '{"ce_correlationid":"01936a5e-7d2a-7c43-9d5b-3f1f1f1f1f1f"}', now()
                    from generate_series(1, ?) as n""".formatted(KEYS))) {
                insert.setString(1, contender.outbox().topic);
                insert.setInt(2, ROWS);
                insert.executeUpdate();
            }
            connection.commit();
            long committed = System.nanoTime();
            contender.wake();
            await(contender::acknowledged, before + ROWS);
            double seconds = (System.nanoTime() - committed) / 1e9;
            check(contender.outbox().topic, ROWS);
            return ROWS / seconds;
        }
    }

    /** Milliseconds from the start of the append to the arrival at a consumer, one event after the other. */
    private double[] idleLatency(Start start) throws Exception {
        try (Contender contender = start.start();
                Connection connection = contender.outbox().open();
                Arrivals arrivals = new Arrivals(contender.outbox().topic)) {
            awaitWarm(contender, connection);
            for (int n = 1; n <= 2 * IDLE_EVENTS; n++) {
                append(contender, connection, n);
                arrivals.await(n);
                // Long enough for the relay to fall asleep again.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
            }
            check(contender.outbox().topic, 2 * IDLE_EVENTS);
            return arrivals.last(IDLE_EVENTS);
        }
    }

    /** Milliseconds from the start of the append to the arrival, at a rate that does not wait for arrivals. */
    private double[] atFixedRate(Start start) throws Exception {
        try (Contender contender = start.start();
                Connection connection = contender.outbox().open();
                Arrivals arrivals = new Arrivals(contender.outbox().topic)) {
            awaitWarm(contender, connection);
            int warmUp = 2 * RATE;
            long interval = TimeUnit.SECONDS.toNanos(1) / RATE;
            long begin = System.nanoTime();
            for (int n = 1; n <= warmUp + RATED_EVENTS; n++) {
                long due = begin + n * interval;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                append(contender, connection, n);
            }
            arrivals.await(warmUp + RATED_EVENTS);
            check(contender.outbox().topic, warmUp + RATED_EVENTS);
            return arrivals.last(RATED_EVENTS);
        }
    }

    private static void append(Contender contender, Connection connection, int n) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outbox (event_id, topic, message_key, type, payload, headers, occurred_at)
                values (gen_random_uuid(), ?, ?, 'sample.counted.v1', ?,
                    '{"ce_correlationid":"01936a5e-7d2a-7c43-9d5b-3f1f1f1f1f1f"}', now())""")) {
            insert.setString(1, contender.outbox().topic);
            insert.setString(2, "key-" + n % KEYS);
            insert.setString(
                    3, "{\"n\":" + n + ",\"at\":" + System.nanoTime() + ",\"thing\":\"" + "x".repeat(200) + "\"}");
            insert.executeUpdate();
        }
        contender.wake();
    }

    /** Until a first event has gone through, so that nothing of the start is measured. It is not counted by checks. */
    private static void awaitWarm(Contender contender, Connection connection) throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (contender.acknowledged() == 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It does not start");
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into outbox (event_id, topic, message_key, type, payload, occurred_at)
                    values (gen_random_uuid(), ?, 'warm-up', 'sample.warm.v1', '{}', now())""")) {
                insert.setString(1, contender.outbox().topic);
                insert.executeUpdate();
            }
            contender.wake();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }

    private static void await(LongSupplier value, long wanted) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (value.getAsLong() < wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + value.getAsLong() + " of " + wanted + " arrived");
            }
            LockSupport.parkNanos(200_000);
        }
    }

    /** Reads the whole topic: the numbers 1 to n, each once, by ids that differ, rising within each key. */
    private void check(String topic, int rows) {
        Set<String> ids = new HashSet<>();
        Map<String, Integer> lastOfKey = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (record.key().equals("warm-up")) {
                        continue;
                    }
                    String id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
                    if (!ids.add(id)) {
                        throw new IllegalStateException(id + " is there twice");
                    }
                    int n = (int) number(record.value(), "{\"n\":");
                    Integer last = lastOfKey.put(record.key(), n);
                    if (last != null && last >= n) {
                        throw new IllegalStateException(record.key() + " is out of order: " + last + ", " + n);
                    }
                }
            }
        }
        if (ids.size() != rows) {
            throw new IllegalStateException(ids.size() + " of " + rows + " rows are in Kafka");
        }
    }

    private KafkaConsumer<String, byte[]> consumer(String topic) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", "100"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(topic, partition));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static long number(byte[] json, String after) {
        String text = new String(json, UTF_8);
        int from = text.indexOf(after) + after.length();
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return Long.parseLong(text.substring(from, to));
    }

    /** A consumer that notes how long each event took. */
    private final class Arrivals implements AutoCloseable {

        private final List<Double> millis = new ArrayList<>();
        private final Thread thread;
        private volatile boolean closed;
        private volatile int count;

        Arrivals(String topic) {
            thread = new Thread(() -> listen(topic), "arrivals");
            thread.start();
        }

        private void listen(String topic) {
            try (KafkaConsumer<String, byte[]> consumer = consumer(topic)) {
                while (!closed) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        if (!record.key().equals("warm-up")) {
                            millis.add((System.nanoTime() - number(record.value(), "\"at\":")) / 1e6);
                            count = millis.size();
                        }
                    }
                }
            }
        }

        void await(int wanted) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (count < wanted) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Only " + count + " of " + wanted + " arrived");
                }
                LockSupport.parkNanos(100_000);
            }
        }

        double[] last(int events) {
            return millis.subList(millis.size() - events, millis.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
