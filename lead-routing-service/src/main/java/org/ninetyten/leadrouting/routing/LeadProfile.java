package org.ninetyten.leadrouting.routing;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;

/** What routing must know of one lead; nothing that names a person. */
public record LeadProfile(
        UUID id,
        LeadSource source,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable Place place,
        @Nullable String language,
        Set<IncomePoint> needs,
        List<Preference> preferences,
        Set<UUID> refusedBy) {

    public LeadProfile {
        needs = Set.copyOf(needs);
        preferences = List.copyOf(preferences);
        refusedBy = Set.copyOf(refusedBy);
    }
}
