package org.ninetyten.leadrouting.lead;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadSource;

/** What is known of a lead when it comes in. */
public record NewLead(
        @Nullable String externalId,
        LeadSource source,
        String product,
        @Nullable String company,
        @Nullable Contact contact,
        boolean consent,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Place place,
        @Nullable String language,
        Set<IncomePoint> needs,
        @Nullable String sizeBand,
        @Nullable String budgetBand,
        @Nullable UUID customerId,
        @Nullable String customerExternalId,
        @Nullable UUID chosenPartnerId,
        @Nullable UUID hostPartnerId,
        @Nullable UUID eventId) {}
