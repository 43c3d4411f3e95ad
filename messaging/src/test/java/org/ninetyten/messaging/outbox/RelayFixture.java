package org.ninetyten.messaging.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.ninetyten.messaging.Backoff;
import org.ninetyten.messaging.EventJson;
import org.ninetyten.testing.RealServers;

/** An empty database with an outbox and a topic of its own, without the application around it. */
public final class RelayFixture implements AutoCloseable {

    public final String jdbcUrl;
    public final String topic = "relay." + UUID.randomUUID();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final String bootstrapServers;
    private final List<Relay> relays = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public RelayFixture(String jdbcUrl, String bootstrapServers) {
        this.jdbcUrl = jdbcUrl;
        this.bootstrapServers = bootstrapServers;
    }

    static RelayFixture create() throws SQLException, IOException {
        RealServers.ensureStarted();
        return create(RealServers.jdbcUrl(), RealServers.bootstrapServers());
    }

    public static RelayFixture create(String serverUrl, String bootstrapServers) throws SQLException, IOException {
        String name = "relay_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection server = open(serverUrl);
                Statement statement = server.createStatement()) {
            statement.execute("create database " + name);
        }
        String bare = serverUrl.split("\\?", -1)[0];
        RelayFixture fixture = new RelayFixture(bare.substring(0, bare.lastIndexOf('/') + 1) + name, bootstrapServers);
        try (Connection database = fixture.open();
                Statement statement = database.createStatement();
                InputStream migration = RelayFixture.class.getResourceAsStream(
                        "/db/messaging/V202611230900__create_outbox_and_inbox.sql")) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        return fixture;
    }

    private static Connection open(String url) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", "postgres");
        return OutboxRelay.connect(url, properties);
    }

    public Connection open() throws SQLException {
        return open(jdbcUrl);
    }

    static OutboxConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(OutboxConfig.class)
                .build()
                .getConfigMapping(OutboxConfig.class);
    }

    Relay relay() {
        return relay(Duration.ofMillis(200));
    }

    Relay relay(Duration pollInterval) {
        return relay(this::open, pollInterval);
    }

    Relay relay(ConnectionSource connections, Duration pollInterval) {
        OutboxConfig config = config();
        return new Relay(
                connections,
                () -> OutboxRelay.producer(Map.of("bootstrap.servers", bootstrapServers), config),
                new Relay.Settings(
                        "/ninetyten/sample",
                        config.batchSize(),
                        pollInterval,
                        3,
                        new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1))),
                new RelayMeters(meters));
    }

    Relay start() {
        return start(relay());
    }

    Relay start(Relay relay) {
        Thread thread = new Thread(relay, "relay-under-test-" + threads.size());
        thread.start();
        relays.add(relay);
        threads.add(thread);
        return relay;
    }

    /** Starts a relay and answers what wakes it, as a commit in the same process does. */
    public Runnable startRelay() {
        return start()::wake;
    }

    /** The producer that the relay uses. */
    public Producer<byte[], byte[]> producer() {
        return OutboxRelay.producer(Map.of("bootstrap.servers", bootstrapServers), config());
    }

    public double acknowledged() {
        return counted("ninetyten.outbox.published");
    }

    double refused() {
        return counted("ninetyten.outbox.refused");
    }

    private double counted(String name) {
        Counter counter = meters.find(name).counter();
        return counter == null ? 0 : counter.count();
    }

    void append(String key, int... numbers) throws SQLException {
        try (Connection connection = open()) {
            append(connection, key, numbers);
        }
    }

    void append(Connection connection, String key, int... numbers) throws SQLException {
        for (int number : numbers) {
            append(connection, topic, key, "{\"n\":" + number + "}");
        }
    }

    static UUID append(Connection connection, String topic, String key, String payload) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into outbox (event_id, topic, message_key, type, payload, occurred_at)
                values (?, ?, ?, 'sample.counted.v1', ?, now())""")) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setString(4, payload);
            insert.executeUpdate();
        }
        return id;
    }

    long count(String condition) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from outbox where " + condition)) {
            result.next();
            return result.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Per key what a consumer with an inbox would apply: each event once, where it is first seen. */
    Map<String, List<Integer>> applied() {
        Map<String, Read> once = new LinkedHashMap<>();
        read().forEach(event -> once.putIfAbsent(event.id(), event));
        return numbersByKey(once.values());
    }

    /** One event as it stands in the topic. */
    private record Read(String id, String key, int n) {}

    private List<Read> read() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Read> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> events.add(new Read(
                                new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                                record.key(),
                                EventJson.read(record.value(), Counted.class).n())));
            }
            return events;
        }
    }

    /** The data of the events. */
    record Counted(int n) {}

    /** Per key what is in the topic. */
    Map<String, List<Integer>> published() {
        return numbersByKey(read());
    }

    private static Map<String, List<Integer>> numbersByKey(Collection<Read> events) {
        return events.stream().collect(groupingBy(Read::key, HashMap::new, mapping(Read::n, toList())));
    }

    /** How many relays hold the lock of the active one. */
    long activeRelays() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select count(*) from pg_locks
                        where locktype = 'advisory' and granted
                          and database = (select oid from pg_database where datname = current_database())""")) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        relays.forEach(Relay::stop);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
