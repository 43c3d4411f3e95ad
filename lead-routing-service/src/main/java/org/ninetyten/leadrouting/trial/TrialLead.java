package org.ninetyten.leadrouting.trial;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead that a trial made, and why.
 *
 * @param externalId the lead's external id: the same decision never makes a second lead
 * @param leadId absent until the lead is made, which follows the decision at once
 * @param scoring what was scored; absent for a wish
 * @param failure why the lead could not be made yet
 */
public record TrialLead(
        UUID id,
        UUID trialId,
        TrialCause cause,
        String externalId,
        @Nullable UUID leadId,
        @Nullable Scoring scoring,
        @Nullable String message,
        @Nullable UUID chosenPartnerId,
        Instant decidedAt,
        int attempts,
        @Nullable String failure) {

    /** The score that made a lead, under which policy, against which threshold. */
    public record Scoring(int policyVersion, int threshold, long micros, List<Score.Part> parts) {}
}
