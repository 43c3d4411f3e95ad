package org.ninetyten.leadrouting.protection.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.protection.Protection;
import org.ninetyten.leadrouting.protection.ProtectionEvent;
import org.ninetyten.leadrouting.protection.ProtectionState;

/** A protection was granted, extended or ended; the fields are the same, so that one record serves all three. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProtectionChanged(
        UUID protectionId,
        UUID registrationId,
        UUID partnerId,
        UUID customerId,
        String product,
        @Nullable UUID dealId,
        ProtectionState state,
        Instant grantedAt,
        Instant expiresAt,
        int policyVersion,
        Instant occurredAt) {

    static ProtectionChanged from(ProtectionEvent event) {
        Protection protection = event.protection();
        Instant at = switch (event) {
            case ProtectionEvent.Granted granted -> protection.grantedAt();
            case ProtectionEvent.Extended extended -> Objects.requireNonNull(protection.extendedAt());
            case ProtectionEvent.Ended ended -> Objects.requireNonNull(protection.endedAt());
        };
        return new ProtectionChanged(
                protection.id(),
                protection.registrationId(),
                protection.partnerId(),
                protection.customerId(),
                protection.product(),
                protection.dealId(),
                protection.state(),
                protection.grantedAt(),
                protection.expiresAt(),
                protection.policyVersion(),
                at);
    }
}
