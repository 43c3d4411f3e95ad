package org.ninetyten.leadrouting.registration.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.protection.Protection;
import org.ninetyten.leadrouting.protection.ProtectionState;

/** A protection with its extension, if it had one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProtectionResponse(
        UUID id,
        UUID registrationId,
        UUID partnerId,
        UUID customerId,
        String product,
        @Nullable UUID dealId,
        ProtectionState state,
        Instant grantedAt,
        Instant expiresAt,
        @Nullable Instant endedAt,
        @Nullable Instant extendedAt,
        @Nullable String activity,
        @Nullable LocalDate activeOn,
        int policyVersion,

        @Schema(description = "Send it as If-Match, in quotes, to extend.")
        long version) {

    static ProtectionResponse from(Protection protection) {
        return new ProtectionResponse(
                protection.id(),
                protection.registrationId(),
                protection.partnerId(),
                protection.customerId(),
                protection.product(),
                protection.dealId(),
                protection.state(),
                protection.grantedAt(),
                protection.expiresAt(),
                protection.endedAt(),
                protection.extendedAt(),
                protection.proofWhat(),
                protection.proofOn(),
                protection.policyVersion(),
                protection.version());
    }
}
