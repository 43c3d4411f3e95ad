package org.ninetyten.leadrouting.policy.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.policy.CheckRoutingPolicy;
import org.ninetyten.leadrouting.policy.PolicyCheck;

/** What a check found. */
record CheckResponse(
        @Schema(description = "Whether a version could be made of the document.")
        boolean valid,

        @Schema(description = "The fields that are wrong.") List<PolicyCheck.Fault> errors,

        @Schema(description = "What is allowed and should be looked at.")
        List<PolicyCheck.Fault> warnings) {

    static CheckResponse from(CheckRoutingPolicy.Outcome outcome) {
        return new CheckResponse(outcome.faults().isEmpty(), outcome.faults(), outcome.warnings());
    }
}
