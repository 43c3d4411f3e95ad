package org.ninetyten.billing.partner;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps where a partner is, however late it is told, and tells those who decided without it. */
@ApplicationScoped
public class KeepPlace {

    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private final Tiers tiers;
    private final Places places;
    private final PartnerChanges changes;
    private final Clock clock;

    KeepPlace(Tiers tiers, Places places, PartnerChanges changes, Clock clock) {
        this.tiers = tiers;
        this.places = places;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public void handle(Place place) {
        UUID partnerId = place.partnerId();
        tiers.lockForChange(List.of(partnerId));
        PlaceHistory before = requireNonNull(places.of(List.of(partnerId)).get(partnerId));
        if (!places.add(place, clock.instant())) {
            return;
        }
        @Nullable Place known = before.on(place.effectiveFrom());
        if (known == null || known.effectiveFrom().isAfter(place.effectiveFrom())) {
            changes.arrived(partnerId, ALWAYS);
        } else if (!known.region().equals(place.region())) {
            changes.arrived(partnerId, place.effectiveFrom());
        }
    }
}
