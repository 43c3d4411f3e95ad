package org.ninetyten.leadrouting.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work of one partner on one lead that it accepted.
 *
 * @param policyVersion the routing policy under which it was offered; its times hold to the end
 * @param contactBy until when the customer must have been contacted
 * @param overdueAt when the partner was told that the contact is late
 * @param nudgedAt when it was last reminded; counts only if nothing was heard since
 * @param warnedAt when it was last warned; counts only if nothing was heard since
 * @param stalledAt when the desk was last told that nothing moves; counts only if nothing was heard since
 * @param lastNewsAt when something was last heard: a move of the lead, a note, an estimate
 * @param endedAt when the lead left the partner, or was won or lost
 */
public record Work(
        UUID offerId,
        UUID leadId,
        UUID partnerId,
        int policyVersion,
        Instant acceptedAt,
        Instant contactBy,
        @Nullable Instant contactedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant nudgedAt,
        @Nullable Instant warnedAt,
        @Nullable Instant stalledAt,
        Instant lastNewsAt,
        @Nullable Instant endedAt) {

    /** Work that begins with the acceptance of an offer. */
    public static Work begin(
            UUID offerId, UUID leadId, UUID partnerId, int policyVersion, Instant contactBy, Instant now) {
        return new Work(
                offerId, leadId, partnerId, policyVersion, now, contactBy, null, null, null, null, null, now, null);
    }

    /** The same work after a step was taken. */
    public Work after(WorkStep step, Instant now) {
        return new Work(
                offerId,
                leadId,
                partnerId,
                policyVersion,
                acceptedAt,
                contactBy,
                contactedAt,
                step == WorkStep.CONTACT_OVERDUE ? now : overdueAt,
                step == WorkStep.NUDGE ? now : nudgedAt,
                step == WorkStep.WARN ? now : warnedAt,
                step == WorkStep.RECALL ? now : stalledAt,
                lastNewsAt,
                endedAt);
    }

    /** The time is over from the instant on at which the contact is due, as it is for an offer. */
    public boolean wasContactedInTime() {
        return contactedAt != null && contactedAt.isBefore(contactBy);
    }
}
