package org.ninetyten.leadrouting.simulation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadProfile;

/**
 * A lead as a simulation routes it.
 *
 * @param at when it came
 * @param compares whether it is known what became of it
 * @param wentTo the partner that it was offered to first, or nothing when nobody was found
 */
record PastLead(
        Instant at,
        LeadProfile profile,
        boolean compares,
        @Nullable UUID wentTo) {}
