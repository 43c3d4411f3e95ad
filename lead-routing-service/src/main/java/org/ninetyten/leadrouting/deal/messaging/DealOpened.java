package org.ninetyten.leadrouting.deal.messaging;

import java.time.Instant;
import java.util.UUID;
import org.ninetyten.leadrouting.deal.Deal;

/** A deal was opened from an accepted lead. */
record DealOpened(
        UUID dealId,
        UUID leadId,
        UUID partnerId,
        UUID customerId,
        String product,
        String currency,
        Instant occurredAt) {

    static DealOpened from(Deal deal) {
        return new DealOpened(
                deal.id(),
                deal.leadId(),
                deal.partnerId(),
                deal.customerId(),
                deal.product(),
                deal.currency(),
                deal.openedAt());
    }
}
