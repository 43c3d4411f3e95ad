package org.ninetyten.local.topics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One topic as it is declared; no retention means that it is kept for ever. */
public record Topic(String name, int partitions, Optional<Duration> retention) {

    /** The broker's settings that follow from the declaration. */
    Map<String, String> settings() {
        String milliseconds =
                retention.map(kept -> Long.toString(kept.toMillis())).orElse("-1");
        return Map.of("cleanup.policy", "delete", "retention.ms", milliseconds, "retention.bytes", "-1");
    }
}
