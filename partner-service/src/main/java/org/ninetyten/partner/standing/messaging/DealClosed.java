package org.ninetyten.partner.standing.messaging;

import java.time.LocalDate;
import java.util.UUID;

/** What this service reads of a closed deal. */
record DealClosed(
        UUID dealId,
        UUID partnerId,
        UUID customerId,
        String outcome,
        String currency,
        LocalDate closedOn,
        long totalMinor) {

    static final String TYPE = "org.ninetyten.leadrouting.deal.closed.v1";

    boolean isWon() {
        return outcome.equals("WON");
    }
}
