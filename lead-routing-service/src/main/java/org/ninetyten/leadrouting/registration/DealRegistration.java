package org.ninetyten.leadrouting.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's own customer, as it was registered and what came of it.
 *
 * @param customerId known once somebody had to ask who the customer is
 * @param reason why it was refused
 * @param claim the other partner's, which the registering partner does not learn
 */
public record DealRegistration(
        UUID id,
        UUID partnerId,
        @Nullable UUID customerId,
        String product,
        String currency,
        String company,
        String country,
        @Nullable String city,
        @Nullable String note,
        RegistrationState state,
        @Nullable RefusalReason reason,
        @Nullable Claim claim,
        @Nullable UUID protectionId,
        @Nullable UUID dealId,
        Instant registeredAt,
        String registeredBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        int policyVersion,
        long version) {

    DealRegistration granted(UUID customer, UUID protection, UUID deal, String by, Instant now) {
        return new DealRegistration(
                id,
                partnerId,
                customer,
                product,
                currency,
                company,
                country,
                city,
                note,
                RegistrationState.GRANTED,
                null,
                claim,
                protection,
                deal,
                registeredAt,
                registeredBy,
                now,
                by,
                policyVersion,
                version);
    }

    DealRegistration refused(RefusalReason why, @Nullable Claim against, String by, Instant now) {
        return new DealRegistration(
                id,
                partnerId,
                against == null ? customerId : against.customerId(),
                product,
                currency,
                company,
                country,
                city,
                note,
                RegistrationState.REFUSED,
                why,
                against == null ? claim : against,
                null,
                null,
                registeredAt,
                registeredBy,
                now,
                by,
                policyVersion,
                version);
    }

    DealRegistration disputed(UUID customer, Claim against) {
        return new DealRegistration(
                id,
                partnerId,
                customer,
                product,
                currency,
                company,
                country,
                city,
                note,
                RegistrationState.CONFLICT,
                null,
                against,
                null,
                null,
                registeredAt,
                registeredBy,
                null,
                null,
                policyVersion,
                version);
    }
}
