package org.ninetyten.leadrouting.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Traits;
import org.ninetyten.leadrouting.partner.Place;

/**
 * A customer that a partner says is its own.
 *
 * @param traits who the customer is; with a company and a country
 * @param currency in which the deal will be written
 */
public record NewRegistration(
        UUID partnerId,
        String product,
        String currency,
        String company,
        String country,
        Traits traits,
        @Nullable String subdivision,
        @Nullable Place place,
        @Nullable String note) {}
