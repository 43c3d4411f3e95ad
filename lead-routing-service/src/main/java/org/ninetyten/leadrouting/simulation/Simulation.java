package org.ninetyten.leadrouting.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.RoutingPolicy;

/**
 * Leads that are routed once more, under another policy.
 *
 * @param policy of version 0 when it is a draft
 * @param openDays how many days a lead stays open at the partner that it goes to
 * @param leads how many there are to route
 * @param done how many were routed so far
 */
public record Simulation(
        UUID id,
        SimulationState state,
        Leads of,
        RoutingPolicy policy,
        int openDays,
        long leads,
        long done,
        @Nullable SimulationResult result,
        @Nullable String failure,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** The leads of a simulation: those of a period, or those of a file. */
    public sealed interface Leads {

        /** The leads that came from one instant to before another one. */
        record OfPeriod(Instant from, Instant to) implements Leads {}

        /** The leads of a file. */
        record OfFile(UUID fileId) implements Leads {}
    }
}
