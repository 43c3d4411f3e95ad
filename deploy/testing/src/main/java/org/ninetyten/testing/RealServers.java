package org.ninetyten.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL and one Kafka for all tests of a module: in containers where a Docker engine answers, otherwise the
 * same servers from their Maven artifacts. The system property {@code ninetyten.test.servers} forces {@code docker}
 * or {@code embedded}. Embedded servers forget at a power cut, which is quick; benchmarks set
 * {@code ninetyten.test.durable}, and then every commit is on the disk as in production.
 *
 * <p>They start once per JVM and end with it, so a test profile that restarts the application keeps its servers. The
 * addresses are kept as system properties, since Quarkus loads this class and the tests by different class loaders.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private static final String JDBC_URL = "ninetyten.test.jdbc-url";
    private static final String BOOTSTRAP = "ninetyten.test.bootstrap-servers";
    private static final String USER = "postgres";
    private static final String PASSWORD = "postgres";

    /** The JDBC URL of the running PostgreSQL; the user and the password are {@code postgres}. */
    public static String jdbcUrl() {
        return require(JDBC_URL);
    }

    /** The bootstrap servers of the running Kafka. */
    public static String bootstrapServers() {
        return require(BOOTSTRAP);
    }

    /** Starts both servers if this JVM has not yet; for tests without Quarkus. */
    public static synchronized void ensureStarted() {
        if (System.getProperty(BOOTSTRAP) != null) {
            return;
        }
        Tokens.createKey();
        if (useDocker()) {
            startContainers();
        } else {
            startEmbedded();
        }
    }

    @Override
    public Map<String, String> start() {
        ensureStarted();
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", jdbcUrl());
        config.put("quarkus.datasource.username", USER);
        config.put("quarkus.datasource.password", PASSWORD);
        config.put("kafka.bootstrap.servers", bootstrapServers());
        config.put("quarkus.oidc.public-key", Tokens.publicKey());
        return config;
    }

    @Override
    public void stop() {
        // They end with the JVM: another profile of the same module may still need them.
    }

    private static boolean useDocker() {
        return switch (System.getProperty("ninetyten.test.servers", "")) {
            case "docker" -> true;
            case "embedded" -> false;
            default -> DockerClientFactory.instance().isDockerAvailable();
        };
    }

    // The servers live as long as the JVM: shutdown hooks (embedded) and Ryuk (containers) end them.
    @SuppressWarnings("resource")
    private static void startContainers() {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withUsername(USER)
                .withPassword(PASSWORD)
                .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=300");
        postgres.start();
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.0");
        kafka.start();
        remember(postgres.getJdbcUrl(), kafka.getBootstrapServers());
    }

    @SuppressWarnings("resource")
    private static void startEmbedded() {
        String durable = Boolean.getBoolean("ninetyten.test.durable") ? "on" : "off";
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .start();
            EmbeddedKafkaBroker kafka = new EmbeddedKafkaBroker()
                    .withNodeId(0)
                    .withKafkaPort(0)
                    .withDeleteLogDirsOnClose(true)
                    .withAdditionalProperties(RealServers::smallBroker)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "close-kafka"));
            remember(postgres.getJdbcUrl(USER, "postgres"), bootstrapOf(kafka));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void smallBroker(Properties broker) {
        broker.put("num.partitions", "3");
        broker.put("offsets.topic.num.partitions", "3");
        broker.put("group.initial.rebalance.delay.ms", "0");
        broker.put("log.cleaner.enable", "false");
    }

    private static String bootstrapOf(EmbeddedKafkaBroker kafka) {
        // The listeners read "PLAINTEXT://localhost:41234"; a client wants what follows the scheme.
        String listener = kafka.getAdvertisedListeners().split(",", -1)[0];
        return listener.substring(listener.indexOf("://") + 3);
    }

    private static void remember(String jdbcUrl, String bootstrapServers) {
        System.setProperty(JDBC_URL, jdbcUrl);
        System.setProperty(BOOTSTRAP, bootstrapServers);
    }

    private static String require(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The servers are not started: annotate a test class of the module with"
                    + " @QuarkusTestResource(RealServers.class) or call RealServers.ensureStarted().");
        }
        return value;
    }
}
