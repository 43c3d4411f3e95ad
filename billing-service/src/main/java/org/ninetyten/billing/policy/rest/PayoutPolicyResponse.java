package org.ninetyten.billing.policy.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.policy.PayoutPolicy;

/** One version of the payout policy. */
record PayoutPolicyResponse(
        int version,
        Instant validFrom,
        String currency,

        @Schema(description = "Less than this rolls over to the next run, in minor units.")
        long minimumMinor,

        @Schema(description = "Above this a payout needs two approvers, in minor units.")
        long fourEyesMinor,

        int forcedAfterMonths,

        @Schema(description = "How long changed bank details rest.")
        long coolingOffHours,

        @Schema(description = "Without the bank's answer for so long a payout counts as unknown.")
        long answerHours,

        int rateMaxAgeDays,
        Instant createdAt,
        String createdBy,
        String why) {

    static PayoutPolicyResponse from(PayoutPolicy policy) {
        return new PayoutPolicyResponse(
                policy.version(),
                policy.validFrom(),
                policy.currency().getCurrencyCode(),
                policy.minimumMinor(),
                policy.fourEyesMinor(),
                policy.forcedAfterMonths(),
                policy.coolingOff().toHours(),
                policy.answerWithin().toHours(),
                policy.rateMaxAgeDays(),
                policy.createdAt(),
                policy.createdBy(),
                policy.why());
    }
}
