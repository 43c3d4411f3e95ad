package org.ninetyten.leadrouting.trial;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the product that somebody tries or uses free of charge.
 *
 * @param correlationId the id of the request that reported it
 * @param decidedAt when it was decided that it makes a lead
 */
public record Trial(
        UUID id,
        NewTrial about,
        String correlationId,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    /** The customer's id where the product knows none: all leads of one account are one customer's. */
    String customerExternalId() {
        String known = about.customerExternalId();
        return known == null ? "trial:" + about.externalId() : known;
    }
}
