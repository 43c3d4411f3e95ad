package org.ninetyten.leadrouting.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.WriteEstimate;

/**
 * What a customer has ordered on the website.
 *
 * @param externalId the website's own id
 * @param licenceOnly whether no work was ordered with it
 * @param partnerId who accepted the lead and carries it out
 */
public record WebOrder(
        UUID id,
        String externalId,
        UUID leadId,
        UUID customerId,
        String product,
        String currency,
        List<WriteEstimate.Line> lines,
        boolean licenceOnly,
        @Nullable UUID partnerId,
        @Nullable UUID dealId,
        Instant placedAt,
        FollowUp followUp,
        @Nullable FollowUpOutcome outcome,
        @Nullable String note,
        @Nullable Instant followedUpAt,
        @Nullable String followedUpBy,
        long version) {

    public WebOrder {
        lines = List.copyOf(lines);
    }
}
