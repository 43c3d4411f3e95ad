package org.ninetyten.leadrouting.policy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.policy.PolicyDiff;

/** What a version changes against another one. */
record DiffResponse(int version, int against, List<ChangeResponse> changes) {

    /** One field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeResponse(
            String field,
            @Schema(implementation = Object.class) @Nullable JsonNode before,
            @Schema(implementation = Object.class) @Nullable JsonNode after) {}

    static DiffResponse of(int version, int against, List<PolicyDiff.Change> changes) {
        return new DiffResponse(
                version,
                against,
                changes.stream()
                        .map(change -> new ChangeResponse(change.field(), change.before(), change.after()))
                        .toList());
    }
}
