package org.ninetyten.partner.standing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.ninetyten.partner.tier.Attribution;

/** A deal that a partner has won; the total is without tax. */
public record WonDeal(
        UUID dealId,
        UUID partnerId,
        UUID customerId,
        LocalDate closedOn,
        Currency currency,
        long totalMinor,
        Attribution attribution) {}
