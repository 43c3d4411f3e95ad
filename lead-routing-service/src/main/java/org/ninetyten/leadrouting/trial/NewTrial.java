package org.ninetyten.leadrouting.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.partner.Place;

/**
 * A sign-up as the product reports it.
 *
 * @param externalId the product's own id of the account
 */
public record NewTrial(
        String externalId,
        TrialKind kind,
        String product,
        @Nullable String company,
        @Nullable Contact contact,
        boolean consent,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Place place,
        @Nullable String language,
        @Nullable String customerExternalId,
        Instant signedUpAt) {}
