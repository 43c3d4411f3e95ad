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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.testing.KafkaProbe;

/**
 * Accepted leads whose partners do nothing, through weeks in which clocks change: late, reminded, warned, recalled, by two
 * workers at once. The policy of this test counts silence in one, two and three days, so that a week holds it all.
 */
@QuarkusTest
@TestProfile(WorkWeekTest.OnItsOwnClock.class)
class WorkWeekTest {

    /** The application starts anew: a clock that is months ahead is no other test's, and its workers stand aside. */
    public static class OnItsOwnClock implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lead-routing.expiry-poll", "PT24H", "lead-routing.work-poll", "PT24H");
        }
    }

    private static final Map<BusinessPlace, String> COUNTRIES = Map.of(
            BusinessPlace.BERLIN, "TK",
            BusinessPlace.SAO_PAULO, "WF",
            BusinessPlace.LORD_HOWE, "YT",
            BusinessPlace.KATHMANDU, "PN");

    private static final Map<String, Integer> CONTACT_MINUTES = Map.of("DEMO_REQUEST", 60, "TRIAL", 240);
    private static final int NUDGE_DAYS = 1;
    private static final int WARN_DAYS = 2;
    private static final int RECALL_DAYS = 3;

    /** What the partner of a lead was told, and what comes next. */
    private static final class Watched {

        private final BusinessPlace place;
        private final Instant accepted;
        private final Instant contactBy;
        private final Map<String, Instant> told = new TreeMap<>();

        private Watched(BusinessPlace place, Instant accepted, int contactMinutes) {
            this.place = place;
            this.accepted = accepted;
            this.contactBy = place.countMinutes(accepted, contactMinutes);
        }

        private @Nullable String next() {
            String ofSilence = Stream.of("nudged", "warned", "recalled")
                    .filter(step -> !told.containsKey(step))
                    .findFirst()
                    .orElse(null);
            if (ofSilence == null) {
                return null;
            }
            return !told.containsKey("contactoverdue") && !contactBy.isAfter(ofSilence(ofSilence))
                    ? "contactoverdue"
                    : ofSilence;
        }

        private Instant at(String step) {
            return step.equals("contactoverdue") ? contactBy : ofSilence(step);
        }

        private Instant ofSilence(String step) {
            return switch (step) {
                case "nudged" -> place.openAfterDays(accepted, NUDGE_DAYS);
                case "warned" -> later(place.openAfterDays(accepted, WARN_DAYS), dayAfter("nudged"));
                default -> later(place.openAfterDays(accepted, RECALL_DAYS), dayAfter("warned"));
            };
        }

        private Instant dayAfter(String step) {
            return place.openAfterDays(Objects.requireNonNull(told.get(step)), 1);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    @Inject
    Partners partners;

    @Inject
    Database database;

    @Inject
    WatchWork watch;

    private final Map<UUID, Watched> watched = new HashMap<>();

    @BeforeEach
    void countSilenceInDays() {
        database.update("""
                insert into routing_policy (id, version, valid_from, name, why, created_by, created_at, document)
                select gen_random_uuid(), 9001, '2027-01-01T00:00:00Z', 'Short', 'For a week.', 'test', valid_from,
                       jsonb_set(document, '{sla}', document -> 'sla' || jsonb_build_object(
                           'nudgeDays', ?::int, 'warnDays', ?::int, 'recallDays', ?::int))
                  from routing_policy where version = 1
                on conflict do nothing""", NUDGE_DAYS, WARN_DAYS, RECALL_DAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-25", "2027-04-01", "2027-09-30", "2027-10-28"})
    void everyStepComesAtItsBusinessMinuteAndOnce(LocalDate thursday) throws Exception {
        COUNTRIES.forEach((place, country) -> place.addPartners(partners, country, 2));
        NavigableMap<Instant, List<BusinessPlace>> acceptances = BusinessPlace.moments(thursday);
        Set<BusinessPlace> acrossAChange = EnumSet.noneOf(BusinessPlace.class);

        for (Instant next = next(acceptances); next != null; next = next(acceptances)) {
            MutableClock.set(next.minus(1, ChronoUnit.MINUTES));
            look();
            assertEquals(told(), kept(), "before " + next);

            MutableClock.set(next);
            look();
            for (Watched work : watched.values()) {
                for (String step = work.next(); step != null && work.at(step).equals(next); step = work.next()) {
                    work.told.put(step, next);
                    if (work.place.changesBetween(work.accepted, next)) {
                        acrossAChange.add(work.place);
                    }
                }
            }
            assertEquals(told(), kept(), "at " + next);
            for (BusinessPlace place : acceptances.getOrDefault(next, List.of())) {
                accept(place);
            }
            acceptances.remove(next);
        }

        assertEquals(COUNTRIES.size() * 4 * CONTACT_MINUTES.size(), watched.size());
        assertTrue(watched.values().stream().allMatch(work -> work.told.containsKey("recalled")));
        assertEquals(1, BusinessPlace.changingInWeekOf(thursday).size());
        assertTrue(acrossAChange.containsAll(BusinessPlace.changingInWeekOf(thursday)), () -> "only " + acrossAChange);
        eachStepWasToldOnce();
    }

    private @Nullable Instant next(NavigableMap<Instant, List<BusinessPlace>> acceptances) {
        List<Instant> all = new ArrayList<>();
        if (!acceptances.isEmpty()) {
            all.add(acceptances.firstKey());
        }
        for (Watched work : watched.values()) {
            String step = work.next();
            if (step != null) {
                all.add(work.at(step));
            }
        }
        return all.stream().min(Instant::compareTo).orElse(null);
    }

    private void accept(BusinessPlace place) {
        CONTACT_MINUTES.forEach((source, minutes) -> {
            UUID lead = Api.accepted(
                    Api.leadIn(Objects.requireNonNull(COUNTRIES.get(place))).replace("DEMO_REQUEST", source));
            watched.put(lead, new Watched(place, MutableClock.now(), minutes));
        });
    }

    /** Two workers at once, with portions so small that they must share. */
    private void look() throws Exception {
        Callable<Integer> worker = () -> {
            int all = 0;
            for (int some = watch.lookAtDue(2); some > 0; some = watch.lookAtDue(2)) {
                all += some;
            }
            return all;
        };
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> done : workers.invokeAll(List.of(worker, worker))) {
                done.get();
            }
        }
        // One that found everything locked by the other has stopped early.
        worker.call();
    }

    private Map<UUID, Map<String, Instant>> told() {
        Map<UUID, Map<String, Instant>> told = new HashMap<>();
        watched.forEach((lead, work) -> told.put(lead, new TreeMap<>(work.told)));
        return told;
    }

    private Map<UUID, Map<String, Instant>> kept() {
        Map<UUID, Map<String, Instant>> kept = new HashMap<>();
        database.query(
                "select lead_id, overdue_at, nudged_at, warned_at, ended_at from lead_work where lead_id = any(?)",
                row -> {
                    Map<String, Instant> of = new TreeMap<>();
                    put(of, "contactoverdue", Database.instant(row, "overdue_at"));
                    put(of, "nudged", Database.instant(row, "nudged_at"));
                    put(of, "warned", Database.instant(row, "warned_at"));
                    put(of, "recalled", Database.instant(row, "ended_at"));
                    return kept.put(Database.id(row, "lead_id"), of) == null;
                },
                Database.array("uuid", watched.keySet()));
        return kept;
    }

    private static void put(Map<String, Instant> of, String step, @Nullable Instant at) {
        if (at != null) {
            of.put(step, at);
        }
    }

    private void eachStepWasToldOnce() {
        List<String> expected = new ArrayList<>();
        watched.forEach((lead, work) -> work.told.forEach((step, at) -> expected.add(lead + " " + step + " " + at)));
        List<String> sorted = expected.stream().sorted().toList();
        await().atMost(Duration.ofSeconds(30)).until(() -> published().size() >= sorted.size());
        assertEquals(sorted, published());
    }

    private List<String> published() {
        Set<String> steps = Set.of("contactoverdue", "nudged", "warned", "recalled");
        return KafkaProbe.readAll("leadrouting.lead").stream()
                .filter(seen -> watched.containsKey(UUID.fromString(seen.key())))
                .filter(seen -> steps.contains(step(seen)))
                .map(seen -> seen.key() + " " + step(seen) + " "
                        + Instant.parse(seen.data().path("occurredAt").asText()))
                .sorted()
                .toList();
    }

    private static String step(KafkaProbe.Seen event) {
        return event.type().replaceAll(".*lead\\.(.*)\\.v1", "$1");
    }
}
