package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Partners;
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

    private static final Map<BusinessPlace, String> COUNTRIES = Map.of(
            BusinessPlace.BERLIN, "FM",
            BusinessPlace.SAO_PAULO, "MH",
            BusinessPlace.LORD_HOWE, "KI",
            BusinessPlace.KATHMANDU, "NP");

    /** An offer that waits, and when it must end. */
    private record Waiting(UUID offer, BusinessPlace place, Instant offeredAt, Instant mustEnd) {}

    private static final Map<String, Integer> MINUTES = Map.of("DEMO_REQUEST", 15, "TRIAL", 60, "FREE_ACCOUNT", 240);

    @Inject
    Partners partners;

    @Inject
    Database database;

    @Inject
    ExpireOffers expiry;

    private final Map<UUID, BusinessPlace> placeOfLead = new HashMap<>();
    private final Map<UUID, String> sourceOfLead = new HashMap<>();
    private final Map<UUID, Waiting> waiting = new HashMap<>();
    private final Map<BusinessPlace, Integer> ended = new EnumMap<>(BusinessPlace.class);
    private final Set<BusinessPlace> acrossAChange = new HashSet<>();

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-25", "2027-04-01", "2027-09-30", "2027-10-28"})
    void everyOfferEndsAtItsBusinessMinuteAndOnce(LocalDate thursday) throws Exception {
        // Nobody answers: each lead goes from partner to partner, and at last to the desk.
        COUNTRIES.forEach((place, country) -> place.addPartners(partners, country, 3));
        Set<BusinessPlace> changing = BusinessPlace.changingInWeekOf(thursday);
        NavigableMap<Instant, List<BusinessPlace>> captures = BusinessPlace.moments(thursday);
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
            for (BusinessPlace place : captures.getOrDefault(next, List.of())) {
                capture(place);
            }
            captures.remove(next);
            takeNewOffers(next);
        }

        for (BusinessPlace place : BusinessPlace.values()) {
            assertTrue(ended.getOrDefault(place, 0) >= 6, place + " had " + ended.get(place));
        }
        assertTrue(acrossAChange.containsAll(changing), "Timers ran across a change in " + acrossAChange);
        assertEquals(1, changing.size(), () -> "Clocks changed in " + changing);
        eachEndWasToldOnce();
    }

    private Instant next(NavigableMap<Instant, List<BusinessPlace>> captures) {
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

    private void capture(BusinessPlace place) {
        for (String source : MINUTES.keySet()) {
            UUID lead = Api.capture(Api.leadIn(COUNTRIES.get(place)).replace("DEMO_REQUEST", source));
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
            BusinessPlace place = placeOfLead.get(offered.lead());
            Instant mustEnd = place.countMinutes(now, MINUTES.get(sourceOfLead.get(offered.lead())));
            assertEquals(mustEnd, offered.expiresAt(), () -> place + ", offered at " + now.atZone(place.zone));
            waiting.put(offer, new Waiting(offer, place, now, mustEnd));
            if (place.changesBetween(now, mustEnd)) {
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
