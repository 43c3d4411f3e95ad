package org.ninetyten.messaging.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.Principal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Backoff;

/** The relay of this instance: starts with the application and ends with it, after the last request is served. */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Relay relay;
    private final boolean enabled;
    private @Nullable Thread thread;

    OutboxRelay(
            @ConfigProperty(name = "quarkus.application.name") String service,
            AgroalDataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            MeterRegistry meters) {
        this.enabled = config.relayEnabled();
        this.relay = new Relay(
                () -> connect(dataSource
                        .getConfiguration()
                        .connectionPoolConfiguration()
                        .connectionFactoryConfiguration()),
                () -> producer(kafka, config),
                new Relay.Settings(
                        "/ninetyten/" + service,
                        config.batchSize(),
                        config.pollInterval(),
                        config.attempts(),
                        new Backoff(config.backoff(), config.longestBackoff())),
                new RelayMeters(meters));
    }

    void wake() {
        relay.wake();
    }

    synchronized void start(@Observes StartupEvent event) {
        if (!enabled) {
            LOG.info("The outbox relay is switched off");
            return;
        }
        thread = new Thread(relay, "outbox-relay");
        thread.start();
    }

    synchronized void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent event)
            throws InterruptedException {
        if (thread == null) {
            return;
        }
        relay.stop();
        thread.join(LONGEST_STOP);
        thread.interrupt();
        thread = null;
    }

    /** What makes the order hold is fixed here; address and security come from the configuration of the service. */
    static Producer<byte[], byte[]> producer(Map<String, Object> kafka, OutboxConfig config) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // For ever: a record that is given up could be overtaken by the next one of its key.
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        // Without metadata nothing can be sent; other topics should not wait long to find that out.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.maxRecordBytes());
        // The batches form by themselves while the one before is on its way.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.compression());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Connection connect(AgroalConnectionFactoryConfiguration service) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(service.jdbcProperties());
        Principal principal = service.principal();
        if (principal != null) {
            properties.setProperty("user", principal.getName());
        }
        for (Object credential : service.credentials()) {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        }
        return connect(service.jdbcUrl(), properties);
    }

    static Connection connect(String jdbcUrl, Properties given) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(given);
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(jdbcUrl, properties);
    }
}
