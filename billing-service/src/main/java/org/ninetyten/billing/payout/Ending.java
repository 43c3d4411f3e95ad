package org.ninetyten.billing.payout;

import org.jspecify.annotations.Nullable;

/**
 * How a payout ended.
 *
 * @param payout as it was before
 * @param bankStatus the bank's code, or nothing when a person found it out
 * @param reason why it failed; nothing when it settled
 * @param evidence what showed it to a person
 */
record Ending(
        Payout payout,
        @Nullable String bankStatus,
        @Nullable String reason,
        @Nullable String evidence) {}
