package org.ninetyten.billing.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/**
 * One version of the numbers of paying out.
 *
 * @param currency what the sums are in; other currencies are compared at the day's rate
 * @param minimumMinor less than this rolls over to the next run, in minor units, unless the partner has left
 * @param fourEyesMinor above this a payout needs two approvers, in minor units
 * @param forcedAfterMonths what waits for so long is paid however little it is
 * @param coolingOff how long changed bank details rest before a payout uses them
 * @param answerWithin without the bank's answer for so long a payout counts as unknown
 * @param rateMaxAgeDays how old an exchange rate may be
 */
public record PayoutPolicy(
        int version,
        Instant validFrom,
        Currency currency,
        long minimumMinor,
        long fourEyesMinor,
        int forcedAfterMonths,
        Duration coolingOff,
        Duration answerWithin,
        int rateMaxAgeDays,
        Instant createdAt,
        String createdBy,
        String why) {}
