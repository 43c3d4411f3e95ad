package org.ninetyten.leadrouting.trial.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.trial.QualificationPolicy;

/** A version of the qualification policy. */
record QualificationPolicyResponse(
        int version,
        String name,
        Instant validFrom,

        @Schema(description = "Whether it is the version of this moment.")
        boolean valid,

        QualificationPolicy.Rules rules,
        String createdBy,
        String why,
        Instant createdAt) {

    static QualificationPolicyResponse from(QualificationPolicy policy, int validVersion) {
        return new QualificationPolicyResponse(
                policy.version(),
                policy.name(),
                policy.validFrom(),
                policy.version() == validVersion,
                policy.rules(),
                policy.createdBy(),
                policy.why(),
                policy.createdAt());
    }
}
