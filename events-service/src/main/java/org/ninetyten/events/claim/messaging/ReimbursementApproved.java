package org.ninetyten.events.claim.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.claim.Claim;
import org.ninetyten.events.claim.ClaimEvent;
import org.ninetyten.events.claim.CostCategory;
import org.ninetyten.events.claim.CostLine;

/** Version 1 of ReimbursementApproved, as {@code contract/events/claim.approved.v1.schema.json} describes it. */
record ReimbursementApproved(
        UUID claimId,
        UUID eventId,
        UUID partnerId,
        String currency,
        long eligibleMinor,
        long approvedMinor,
        List<Line> lines,
        Instant occurredAt) {

    static final String TYPE = "org.ninetyten.events.claim.approved.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            UUID lineId,
            CostCategory category,
            long eligibleMinor,
            long approvedMinor,
            @Nullable String reason) {

        static Line from(CostLine line) {
            return new Line(
                    line.id(),
                    line.category(),
                    Objects.requireNonNull(line.eligibleMinor()),
                    Objects.requireNonNull(line.approvedMinor()),
                    line.reason());
        }
    }

    static ReimbursementApproved from(ClaimEvent.ReimbursementApproved event) {
        Claim claim = event.claim();
        return new ReimbursementApproved(
                claim.id(),
                claim.eventId(),
                claim.partnerId(),
                claim.currency(),
                event.eligibleMinor(),
                event.approvedMinor(),
                event.lines().stream().map(Line::from).toList(),
                event.occurredAt());
    }
}
