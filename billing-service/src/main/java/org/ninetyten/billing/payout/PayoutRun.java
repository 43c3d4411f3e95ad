package org.ninetyten.billing.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One go at drafting payouts for everybody who has money payable.
 *
 * @param rolledOver sums below the minimum, which wait for more
 * @param withoutAccount sums of partners without usable bank details
 * @param nothingDue sums that come to nothing or less
 * @param withoutRate sums in a currency without an exchange rate to compare with the minimum
 */
public record PayoutRun(
        UUID id,
        Instant startedAt,
        String startedBy,
        boolean done,
        @Nullable UUID afterPartner,
        @Nullable Instant finishedAt,
        int drafted,
        int rolledOver,
        int withoutAccount,
        int nothingDue,
        int withoutRate) {}
