package org.ninetyten.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the inbox. */
@ConfigMapping(prefix = "ninetyten.inbox")
public interface InboxConfig {

    /** How often an event is tried before it becomes a dead letter. */
    @WithDefault("3")
    int attempts();

    /** Waiting time after the first failure; it doubles with each further one. */
    @WithDefault("200ms")
    Duration backoff();

    /** The longest waiting time, also while the database is away. */
    @WithDefault("10s")
    Duration longestBackoff();

    /** How long an event is remembered. A redelivery that comes later than that is applied again. */
    @WithDefault("30D")
    Duration retention();
}
