package org.ninetyten.leadrouting.partner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.time.BusinessCalendar;

/**
 * Everything that routing must know of one partner, other than its turn.
 *
 * @param openLeadCap how many leads it may have open at once
 * @param quota30Days how many leads it may be offered in thirty days
 * @param calendar its own hours and holidays; without it those of the policy hold
 */
public record PartnerProfile(
        UUID id,
        PartnerStatus status,
        Tier tier,
        Set<String> languages,
        Set<IncomePoint> services,
        List<Credential> credentials,
        Territory territory,
        List<Place> cities,
        ZoneId timeZone,
        int openLeadCap,
        int quota30Days,
        boolean paused,
        @Nullable BusinessCalendar calendar) {

    public PartnerProfile {
        languages = Set.copyOf(languages);
        // Services are compared with every lead; a set of bits does that fastest.
        Set<IncomePoint> all = EnumSet.noneOf(IncomePoint.class);
        all.addAll(services);
        services = Collections.unmodifiableSet(all);
        credentials = List.copyOf(credentials);
        cities = List.copyOf(cities);
    }

    /** A partner that keeps the hours of the policy. */
    public PartnerProfile(
            UUID id,
            PartnerStatus status,
            Tier tier,
            Set<String> languages,
            Set<IncomePoint> services,
            List<Credential> credentials,
            Territory territory,
            List<Place> cities,
            ZoneId timeZone,
            int openLeadCap,
            int quota30Days,
            boolean paused) {
        this(
                id,
                status,
                tier,
                languages,
                services,
                credentials,
                territory,
                cities,
                timeZone,
                openLeadCap,
                quota30Days,
                paused,
                null);
    }

    /** Whether a time to answer can be given: a calendar that (nearly) never opens is as good as none at work. */
    public boolean opens() {
        return calendar == null || calendar.isWorkable();
    }

    /** The part of a BCP 47 tag that people must share to talk: "pt" of "pt-BR". */
    public static String primaryLanguage(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    public boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }

    public boolean mayReach(@Nullable String country, @Nullable String subdivision, @Nullable Place place) {
        return territory.covers(country, subdivision, place, cities);
    }

    public boolean speaks(String language) {
        return languages.contains(primaryLanguage(language));
    }

    public boolean holds(IncomePoint competency, LocalDate day) {
        for (Credential credential : credentials) {
            if (credential.competency() == competency && credential.livesOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Distance from the nearest city of the partner, or nothing when one of the places is unknown. */
    public @Nullable Integer kilometresTo(@Nullable Place place) {
        if (place == null || cities.isEmpty()) {
            return null;
        }
        int nearest = Integer.MAX_VALUE;
        for (Place city : cities) {
            nearest = Math.min(nearest, city.kilometresTo(place));
        }
        return nearest;
    }
}
