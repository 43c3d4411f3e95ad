package org.ninetyten.leadrouting.lead;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninetyten.leadrouting.partner.City;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerState;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.time.BusinessCalendar;
import org.ninetyten.leadrouting.time.Opening;

/**
 * Partners of one zone with hours and holidays. They work in the night before a Sunday: that is when clocks change.
 * Business time is counted minute by minute on the wall clock, which has nothing in common with how the service counts.
 */
enum BusinessPlace {
    BERLIN("Europe/Berlin", "2027-03-26 2027-03-29"),
    SAO_PAULO("America/Sao_Paulo", "2027-11-02"),
    LORD_HOWE("Australia/Lord_Howe", "2027-10-04"),
    KATHMANDU("Asia/Kathmandu", "2027-04-05 2027-10-29");

    final ZoneId zone;
    private final String holidays;

    BusinessPlace(String zone, String holidays) {
        this.zone = ZoneId.of(zone);
        this.holidays = holidays;
    }

    /** The places whose clocks change in the week that begins on the day. */
    static Set<BusinessPlace> changingInWeekOf(LocalDate first) {
        return Arrays.stream(values())
                .filter(place -> place.changesBetween(
                        first.atStartOfDay(place.zone).toInstant(),
                        first.plusWeeks(1).atStartOfDay(place.zone).toInstant()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BusinessPlace.class)));
    }

    /**
     * When something happens in each place: before the end of a working day, in the night of the change, and in the
     * middle of a day.
     */
    static NavigableMap<Instant, List<BusinessPlace>> moments(LocalDate thursday) {
        NavigableMap<Instant, List<BusinessPlace>> moments = new TreeMap<>();
        for (BusinessPlace place : values()) {
            for (LocalDateTime wall : List.of(
                    thursday.atTime(LocalTime.parse("17:52")),
                    thursday.plusDays(2).atTime(LocalTime.parse("23:31")),
                    thursday.plusDays(3).atTime(LocalTime.parse("00:40")),
                    thursday.plusDays(4).atTime(LocalTime.parse("12:30")))) {
                moments.computeIfAbsent(wall.atZone(place.zone).toInstant(), any -> new ArrayList<>())
                        .add(place);
            }
        }
        return moments;
    }

    boolean changesBetween(Instant from, Instant to) {
        return !zone.getRules().getOffset(from).equals(zone.getRules().getOffset(to));
    }

    private Map<DayOfWeek, List<Opening>> week() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Opening.of("09:00", "13:00"), Opening.of("14:00", "18:00")));
        }
        week.put(DayOfWeek.SATURDAY, List.of(Opening.of("22:00", "24:00")));
        week.put(DayOfWeek.SUNDAY, List.of(Opening.of("00:00", "04:30")));
        if (this == KATHMANDU) {
            week.put(DayOfWeek.SUNDAY, List.of(Opening.of("10:00", "17:00")));
            week.remove(DayOfWeek.SATURDAY);
        }
        return week;
    }

    private Set<LocalDate> holidays() {
        return Stream.of(holidays.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
    }

    private boolean isOpen(Instant minute) {
        ZonedDateTime wall = minute.atZone(zone);
        if (holidays().contains(wall.toLocalDate())) {
            return false;
        }
        int now = wall.toLocalTime().toSecondOfDay() / 60;
        return week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                .anyMatch(hours -> hours.opens() <= now && now < hours.closes());
    }

    /** When so many minutes of business time have passed. */
    Instant countMinutes(Instant from, int minutes) {
        Instant at = from;
        for (int open = 0; open < minutes; at = at.plus(1, ChronoUnit.MINUTES)) {
            open += isOpen(at) ? 1 : 0;
        }
        return at;
    }

    /** The first open minute when so many days have passed on the wall. */
    Instant openAfterDays(Instant from, int days) {
        Instant at =
                from.atZone(zone).toLocalDateTime().plusDays(days).atZone(zone).toInstant();
        while (!isOpen(at)) {
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        return at;
    }

    void addPartners(Partners partners, String country, int howMany) {
        for (int i = 0; i < howMany; i++) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            partners.keep(new PartnerState(
                    id,
                    1,
                    "Partner " + id,
                    country,
                    null,
                    PartnerStatus.ACTIVE,
                    Tier.BUSINESS,
                    List.of("en"),
                    Arrays.asList(IncomePoint.values()),
                    zone.getId(),
                    List.of(new City("Somewhere", country, 10, 10)),
                    new Territory(Set.of(country), Set.of(), null),
                    1_000,
                    1_000,
                    false,
                    new BusinessCalendar(week(), holidays())));
            partners.grant(
                    UuidCreator.getTimeOrderedEpoch(),
                    id,
                    new Credential(IncomePoint.IMPLEMENTATION, LocalDate.parse("2020-01-01"), null));
        }
    }
}
