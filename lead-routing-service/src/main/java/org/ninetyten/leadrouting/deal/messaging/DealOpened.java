package org.ninetyten.leadrouting.deal.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.Sourcing;

/** A deal was opened. */
record DealOpened(
        UUID dealId,
        @Nullable UUID leadId,
        UUID partnerId,
        UUID customerId,
        String product,
        String currency,
        @Nullable Sourcing sourcing,
        @Nullable UUID renewsDealId,
        @Nullable UUID registrationId,
        @Nullable UUID orderId,
        Instant occurredAt) {

    static DealOpened from(Deal deal) {
        return new DealOpened(
                deal.id(),
                deal.leadId(),
                deal.partnerId(),
                deal.customerId(),
                deal.product(),
                deal.currency(),
                deal.sourcing(),
                deal.renewsDealId(),
                deal.registrationId(),
                deal.orderId(),
                deal.openedAt());
    }
}
