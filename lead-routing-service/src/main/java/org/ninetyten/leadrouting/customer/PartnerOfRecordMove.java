package org.ninetyten.leadrouting.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer went from one partner of record to another.
 *
 * @param toPartnerId nobody when it lapsed or was recalled: the next partner that accepts a lead of the customer is its partner of record
 */
public record PartnerOfRecordMove(
        UUID id,
        UUID customerId,
        @Nullable UUID fromPartnerId,
        @Nullable UUID toPartnerId,
        Cause cause,
        String why,
        Instant movedAt,
        String movedBy) {

    /** Why a customer has another partner of record. */
    public enum Cause {
        /** A partner manager moved it. */
        MOVED,
        /** The customer asked for it. */
        CUSTOMERS_WISH,
        /** A conflict was decided so. */
        CONFLICT,
        /** The partner was suspended or terminated for too long. */
        LAPSED,
        /** The partner did not work on the lead of the customer, which was recalled. */
        RECALLED
    }
}
