package org.ninetyten.billing.partner;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places of one partner, in whatever order they arrived. */
public record PlaceHistory(List<Place> places) {

    private static final Comparator<Place> ON_THE_TIME_LINE =
            Comparator.comparing(Place::effectiveFrom).thenComparingLong(Place::version);

    public PlaceHistory {
        places = List.copyOf(places);
    }

    /** The place on a day; before the first one known, that one. Null when nothing was heard of the partner. */
    public @Nullable Place on(LocalDate date) {
        return places.stream()
                .filter(place -> !place.effectiveFrom().isAfter(date))
                .max(ON_THE_TIME_LINE)
                .or(() -> places.stream().min(ON_THE_TIME_LINE))
                .orElse(null);
    }
}
