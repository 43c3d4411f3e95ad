package org.ninetyten.leadrouting.policy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.policy.PolicyState;
import org.ninetyten.leadrouting.policy.PolicyVersion;
import org.ninetyten.leadrouting.routing.PolicyJson;

/** A version of the routing policy. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyResponse(
        int version,
        String name,
        PolicyState state,
        Instant validFrom,
        String why,
        String createdBy,
        Instant createdAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnWhy,

        @Schema(implementation = Object.class, description = "All parameters; not in lists.") @Nullable
        JsonNode document) {

    static PolicyResponse whole(PolicyVersion version) {
        return from(version, PolicyJson.write(version.policy()));
    }

    static PolicyResponse summary(PolicyVersion version) {
        return from(version, null);
    }

    private static PolicyResponse from(PolicyVersion version, @Nullable JsonNode document) {
        PolicyVersion.Withdrawal withdrawal = version.withdrawal();
        return new PolicyResponse(
                version.number(),
                version.name(),
                version.state(),
                version.validFrom(),
                version.why(),
                version.createdBy(),
                version.createdAt(),
                withdrawal == null ? null : withdrawal.at(),
                withdrawal == null ? null : withdrawal.by(),
                withdrawal == null ? null : withdrawal.why(),
                document);
    }
}
