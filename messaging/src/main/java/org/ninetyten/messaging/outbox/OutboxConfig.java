package org.ninetyten.messaging.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** Settings of the outbox and its relay. */
@ConfigMapping(prefix = "ninetyten.outbox")
public interface OutboxConfig {

    /** Whether this instance publishes. Off, another instance has to. */
    @WithName("relay.enabled")
    @WithDefault("true")
    boolean relayEnabled();

    /** The most rows that are sent before the relay waits for their acknowledgements. */
    @WithDefault("2000")
    int batchSize();

    /** How often the relay looks without having been woken: the longest delay when a wake-up is lost. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How often a row that Kafka refuses is tried before it is parked. */
    @WithDefault("5")
    int attempts();

    /** Waiting time after the first failure; it doubles with each further one. */
    @WithDefault("200ms")
    Duration backoff();

    /** The longest waiting time. */
    @WithDefault("30s")
    Duration longestBackoff();

    /** The largest record, headers included. Must not exceed what the topics take. */
    @WithDefault("1048576")
    int maxRecordBytes();

    /** Compression of what is sent: none, lz4, zstd, snappy or gzip. */
    @WithDefault("lz4")
    String compression();

    /** From this age of the oldest row on, the outbox is reported as unwell. */
    @WithDefault("5m")
    Duration unwellAfter();
}
