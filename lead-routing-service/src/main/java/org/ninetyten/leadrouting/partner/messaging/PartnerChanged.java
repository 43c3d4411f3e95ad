package org.ninetyten.leadrouting.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.City;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerState;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

/** What routing reads of a partner's full state: the body of onboarded, changed and suspended. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerChanged(
        UUID partnerId,
        long version,
        String legalName,
        String country,
        PartnerStatus status,
        Tier tier,
        List<String> languages,
        String timeZone,
        List<CityOfPartner> cities,
        List<IncomePoint> services,
        Reach territory,
        Room capacity,
        @Nullable String region,
        @Nullable Hours calendar) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CityOfPartner(String name, String country, double latitude, double longitude) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reach(
            @Nullable Set<String> countries,
            @Nullable Set<String> subdivisions,
            @Nullable Integer radiusKm) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Room(int openLeadCap, int quota30Days, boolean paused) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hours(List<HoursOfDay> week, @Nullable List<Holiday> holidays) {

        BusinessCalendar calendar() {
            Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
            for (HoursOfDay hours : week) {
                days.computeIfAbsent(hours.day(), any -> new ArrayList<>())
                        .add(Opening.of(hours.opens(), hours.closes()));
            }
            Set<LocalDate> dates = new HashSet<>();
            for (Holiday holiday : holidays == null ? List.<Holiday>of() : holidays) {
                dates.add(holiday.date());
            }
            return new BusinessCalendar(days, dates);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HoursOfDay(DayOfWeek day, String opens, String closes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Holiday(LocalDate date) {}

    PartnerState state() {
        return new PartnerState(
                partnerId,
                version,
                legalName,
                country,
                region,
                status,
                tier,
                languages,
                services,
                timeZone,
                cities.stream()
                        .map(city -> new City(city.name(), city.country(), city.latitude(), city.longitude()))
                        .toList(),
                new Territory(
                        territory.countries() == null ? Set.of() : territory.countries(),
                        territory.subdivisions() == null ? Set.of() : territory.subdivisions(),
                        territory.radiusKm()),
                capacity.openLeadCap(),
                capacity.quota30Days(),
                capacity.paused(),
                calendar == null ? null : calendar.calendar());
    }
}
