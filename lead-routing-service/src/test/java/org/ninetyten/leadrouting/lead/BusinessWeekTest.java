package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.database.Database;
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
import org.ninetyten.testing.KafkaProbe;

/**
 * Weeks in which clocks change, lived through from timer to timer by two workers at once. When a timer must fire is counted
 * here minute by minute on the wall clock of the partner, which has nothing in common with how the service counts.
 */
@QuarkusTest
@TestProfile(BusinessWeekTest.OnItsOwnClock.class)
class BusinessWeekTest {

    /** The application starts anew: a clock that is months ahead is no other test's, and its worker stands aside. */
    public static class OnItsOwnClock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lead-routing.expiry-poll", "PT24H");
        }
    }

    /** Partners of one country keep one zone. They work at night before a Sunday: that is when clocks change. */
    private enum Place {
        BERLIN("FM", "Europe/Berlin", "2027-03-26 2027-03-29"),
        SAO_PAULO("MH", "America/Sao_Paulo", "2027-11-02"),
        LORD_HOWE("KI", "Australia/Lord_Howe", "2027-10-04"),
        KATHMANDU("NP", "Asia/Kathmandu", "2027-04-05 2027-10-29");

        private final String country;
        private final ZoneId zone;
        private final String holidays;

        Place(String country, String zone, String holidays) {
            this.country = country;
            this.zone = ZoneId.of(zone);
            this.holidays = holidays;
        }

        private Set<LocalDate> holidays() {
            return Stream.of(holidays.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
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

        private boolean isOpen(Instant minute) {
            ZonedDateTime wall = minute.atZone(zone);
            if (holidays().contains(wall.toLocalDate())) {
                return false;
            }
            int now = wall.toLocalTime().toSecondOfDay() / 60;
            return week().getOrDefault(wall.getDayOfWeek(), List.of()).stream()
                    .anyMatch(hours -> hours.opens() <= now && now < hours.closes());
        }

        private Instant countMinutes(Instant from, int minutes) {
            Instant at = from;
            for (int open = 0; open < minutes; at = at.plus(1, ChronoUnit.MINUTES)) {
                open += isOpen(at) ? 1 : 0;
            }
            return at;
        }
    }

    /** An offer that waits, and when it must end. */
    private record Waiting(UUID offer, Place place, Instant offeredAt, Instant mustEnd) {}

    private static final Map<String, Integer> MINUTES = Map.of("DEMO_REQUEST", 15, "TRIAL", 60, "FREE_ACCOUNT", 240);

    @Inject
    Partners partners;

    @Inject
    Database database;

    @Inject
    ExpireOffers expiry;

    private final Map<UUID, Place> placeOfLead = new HashMap<>();
    private final Map<UUID, String> sourceOfLead = new HashMap<>();
    private final Map<UUID, Waiting> waiting = new HashMap<>();
    private final Map<Place, Integer> ended = new EnumMap<>(Place.class);
    private final Set<Place> acrossAChange = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-25", "2027-04-01", "2027-09-30", "2027-10-28"})
    void everyOfferEndsAtItsBusinessMinuteAndOnce(LocalDate thursday) throws Exception {
        Set<Place> changing = new TreeSet<>();
        for (Place place : Place.values()) {
            addPartners(place);
            Instant begin = thursday.atStartOfDay(place.zone).toInstant();
            Instant end = thursday.plusWeeks(1).atStartOfDay(place.zone).toInstant();
            if (!place.zone
                    .getRules()
                    .getOffset(begin)
                    .equals(place.zone.getRules().getOffset(end))) {
                changing.add(place);
            }
        }
        NavigableMap<Instant, List<Place>> captures = captures(thursday);
        Instant end = thursday.plusWeeks(1).atStartOfDay(ZoneId.of("UTC")).toInstant();

        while (!captures.isEmpty()
                || waiting.values().stream().anyMatch(offer -> offer.mustEnd().isBefore(end))) {
            Instant next = next(captures);
            MutableClock.set(next.minus(1, ChronoUnit.MINUTES));
            work();
            assertEquals(waiting.keySet(), pendingFromBefore(next), "before " + next);

            MutableClock.set(next);
            work();
            leaveWhatMustHaveEnded(next);
            assertEquals(waiting.keySet(), pendingFromBefore(next), "at " + next);
            for (Place place : captures.getOrDefault(next, List.of())) {
                capture(place);
            }
            captures.remove(next);
            takeNewOffers(next);
        }

        for (Place place : Place.values()) {
            assertTrue(ended.getOrDefault(place, 0) >= 6, place + " had " + ended.get(place));
        }
        assertTrue(acrossAChange.containsAll(changing), "Timers ran across a change in " + acrossAChange);
        assertEquals(1, changing.size(), () -> "Clocks changed in " + changing);
        eachEndWasToldOnce();
    }

    /** Nobody answers: each lead goes from partner to partner, and at last to the desk. */
    private void addPartners(Place place) {
        BusinessCalendar calendar = new BusinessCalendar(place.week(), place.holidays());
        for (int i = 0; i < 3; i++) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            partners.keep(new PartnerState(
                    id,
                    1,
                    "Partner " + id,
                    place.country,
                    null,
                    PartnerStatus.ACTIVE,
                    Tier.BUSINESS,
                    List.of("en"),
                    Arrays.asList(IncomePoint.values()),
                    place.zone.getId(),
                    List.of(new City("Somewhere", place.country, 10, 10)),
                    new Territory(Set.of(place.country), Set.of(), null),
                    1_000,
                    1_000,
                    false,
                    calendar));
            partners.grant(
                    UuidCreator.getTimeOrderedEpoch(),
                    id,
                    new Credential(IncomePoint.IMPLEMENTATION, LocalDate.parse("2020-01-01"), null));
        }
    }

    /** Before the end of a working day, in the night of the change, on a day off, and in the middle of the week. */
    private static NavigableMap<Instant, List<Place>> captures(LocalDate thursday) {
        NavigableMap<Instant, List<Place>> captures = new TreeMap<>();
        for (Place place : Place.values()) {
            for (LocalDateTime wall : List.of(
                    thursday.atTime(LocalTime.parse("17:52")),
                    thursday.plusDays(2).atTime(LocalTime.parse("23:31")),
                    thursday.plusDays(3).atTime(LocalTime.parse("00:40")),
                    thursday.plusDays(4).atTime(LocalTime.parse("12:30")))) {
                captures.computeIfAbsent(wall.atZone(place.zone).toInstant(), any -> new ArrayList<>())
                        .add(place);
            }
        }
        return captures;
    }

    private Instant next(NavigableMap<Instant, List<Place>> captures) {
        return Stream.concat(
                        captures.isEmpty() ? Stream.of() : Stream.of(captures.firstKey()),
                        waiting.values().stream().map(Waiting::mustEnd))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Two workers at once, with portions so small that they must share. */
    private void work() throws Exception {
        Callable<Integer> worker = () -> {
            int all = 0;
            for (int some = expiry.expireDue(2); some > 0; some = expiry.expireDue(2)) {
                all += some;
            }
            return all;
        };
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : workers.invokeAll(List.of(worker, worker))) {
                done.get();
            }
        }
    }

    private void leaveWhatMustHaveEnded(Instant now) {
        for (Waiting offer : List.copyOf(waiting.values())) {
            if (offer.mustEnd().equals(now)) {
                waiting.remove(offer.offer());
                ended.merge(offer.place(), 1, Integer::sum);
                assertEquals(
                        now,
                        database.first(
                                        "select answered_at from offer where id = ? and state = 'EXPIRED'",
                                        row -> Database.instant(row, "answered_at"),
                                        offer.offer())
                                .orElseThrow());
            }
        }
    }

    /** Those that end now are offered to the next partner at once: what is made now is looked at later. */
    private Set<UUID> pendingFromBefore(Instant now) {
        return pending("offered_at < ?", now);
    }

    private Set<UUID> pending(String and, Instant now) {
        return new HashSet<>(database.query(
                "select id from offer where state = 'PENDING' and lead_id = any(?) and " + and,
                row -> Database.id(row, "id"),
                Database.array("uuid", placeOfLead.keySet()),
                now));
    }

    private void capture(Place place) {
        for (String source : MINUTES.keySet()) {
            UUID lead = Api.capture(Api.leadIn(place.country).replace("DEMO_REQUEST", source));
            placeOfLead.put(lead, place);
            sourceOfLead.put(lead, source);
        }
    }

    /** Waits until all leads are routed, and counts out when the new offers must end. */
    private void takeNewOffers(Instant now) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> database.first(
                                        "select count(*) from lead where status = 'ROUTING' and id = any(?)",
                                        row -> row.getLong(1),
                                        Database.array("uuid", placeOfLead.keySet()))
                                .orElseThrow()
                        == 0);
        for (UUID offer : pending("offered_at <= ?", now)) {
            if (waiting.containsKey(offer)) {
                continue;
            }
            Offered offered = database.first(
                            "select lead_id, offered_at, expires_at from offer where id = ?",
                            row -> new Offered(
                                    Database.id(row, "lead_id"),
                                    Database.instant(row, "offered_at"),
                                    Database.instant(row, "expires_at")),
                            offer)
                    .orElseThrow();
            assertEquals(now, offered.at());
            Place place = placeOfLead.get(offered.lead());
            Instant mustEnd = place.countMinutes(now, MINUTES.get(sourceOfLead.get(offered.lead())));
            assertEquals(mustEnd, offered.expiresAt(), () -> place + ", offered at " + now.atZone(place.zone));
            waiting.put(offer, new Waiting(offer, place, now, mustEnd));
            if (!place.zone
                    .getRules()
                    .getOffset(now)
                    .equals(place.zone.getRules().getOffset(mustEnd))) {
                acrossAChange.add(place);
            }
        }
    }

    private record Offered(UUID lead, Instant at, Instant expiresAt) {}

    private void eachEndWasToldOnce() {
        int all = ended.values().stream().mapToInt(Integer::intValue).sum();
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() >= all);
        List<String> told = told();
        assertEquals(all, told.size());
        assertEquals(all, new HashSet<>(told).size());
    }

    private List<String> told() {
        return KafkaProbe.readAll("leadrouting.lead").stream()
                .filter(seen -> seen.type().endsWith("lead.offerexpired.v1")
                        && placeOfLead.containsKey(UUID.fromString(seen.key())))
                .map(seen -> seen.data().path("offerId").asText())
                .toList();
    }
}
