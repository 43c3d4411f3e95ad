package org.ninetyten.leadrouting.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of leads to simulate with.
 *
 * @param ready whether it has arrived whole
 * @param digest of all its rows
 * @param rejected rows that are no leads
 * @param compares whether it says to whom its leads went
 */
public record SimulationFile(
        UUID id,
        boolean ready,
        @Nullable String digest,
        long leads,
        long rejected,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt,
        boolean compares,
        Instant createdAt) {}
