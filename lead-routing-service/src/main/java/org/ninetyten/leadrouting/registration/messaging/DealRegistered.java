package org.ninetyten.leadrouting.registration.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.registration.DealRegistration;

/** A partner has registered a customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealRegistered(
        UUID registrationId,
        UUID partnerId,
        @Nullable UUID customerId,
        String customerCountry,
        String product,
        String currency,
        int policyVersion,
        Instant occurredAt) {

    static DealRegistered from(DealRegistration registration) {
        return new DealRegistered(
                registration.id(),
                registration.partnerId(),
                registration.customerId(),
                registration.country(),
                registration.product(),
                registration.currency(),
                registration.policyVersion(),
                registration.registeredAt());
    }
}
