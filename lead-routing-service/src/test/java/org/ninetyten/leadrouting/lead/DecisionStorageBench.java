package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.PolicyExamples;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Tally;
import org.ninetyten.leadrouting.routing.TrackRecord;
import org.ninetyten.leadrouting.routing.Turn;

/**
 * How many bytes a decision takes on disk, among 24,119 partners with 25 candidates each, and how long one takes to read
 * among a million. Not part of a build; run it with {@code -Dtest=DecisionStorageBench}.
 */
@QuarkusTest
class DecisionStorageBench {

    private static final int PARTNERS = 24_119;
    private static final int CANDIDATES = 25;
    private static final int AT_A_TIME = 1_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Tier> TIERS = List.of(Tier.values());

    @Inject
    Decisions decisions;

    @Inject
    Database database;

    private final SplittableRandom random = new SplittableRandom(90);
    private final List<Candidate> network = new ArrayList<>();
    private final RoutingPolicy policy = PolicyExamples.share();

    @Test
    void measures() {
        int size = Integer.getInteger("bench.decisions", 100_000);
        // Decisions alone, without the leads that they are about.
        database.update("alter table routing_decision drop constraint routing_decision_lead_id_fkey");
        database.update("truncate routing_decision");
        for (int i = 0; i < PARTNERS; i++) {
            network.add(partner());
        }
        List<UUID> some = new ArrayList<>();
        for (int done = 0; done < size; done += AT_A_TIME) {
            List<Decisions.Stored> made = new ArrayList<>();
            for (int i = done; i < done + AT_A_TIME; i++) {
                made.add(decide(BEGIN.plus(Duration.ofSeconds(31L * i).plusNanos(random.nextInt(1_000_000) * 1_000L))));
            }
            some.add(made.getFirst().decision().leadId());
            QuarkusTransaction.requiringNew().run(() -> decisions.keep(made));
            if (done == 0) {
                Decisions.Stored first = made.getFirst();
                assertEquals(List.of(first), decisions.of(first.decision().leadId()));
            }
        }
        for (UUID lead : some) {
            for (Decisions.Stored stored : decisions.of(lead)) {
                assertEquals(stored.decision(), Router.replay(stored.decision(), policy));
            }
        }
        report(size);
        database.update("vacuum analyze routing_decision");
        report(size);
        int copies = Integer.getInteger("bench.copies", 9);
        for (int i = 0; i < copies; i++) {
            database.update("""
                    insert into routing_decision (id, lead_id, partner_id, decided_at, policy_version, step, trace)
                    select gen_random_uuid(), gen_random_uuid(), partner_id, decided_at, policy_version, step, trace
                      from routing_decision limit ?""", size);
        }
        database.update("analyze routing_decision");
        long rows = count("select count(*) from routing_decision");
        System.out.println(rows + " decisions; explained:");
        for (String sql : List.of(
                "select * from routing_decision where lead_id = '" + some.get(7) + "' order by id",
                "select * from routing_decision where lead_id = '" + some.get(7) + "' and id = '"
                        + decisions.of(some.get(7)).getFirst().id() + "'",
                "select number, partner_id from partner_number where number = any('{1,2,3,500,900,1200,20000}')")) {
            System.out.println(sql);
            database.query("explain (analyze, buffers, costs off) " + sql, row -> row.getString(1))
                    .forEach(line -> System.out.println("  " + line));
        }
    }

    private void report(int size) {
        System.out.printf(
                "%d decisions of %d candidates: %d bytes each with indexes (table %d, indexes %d; trace alone %d)%n",
                size,
                CANDIDATES,
                count("select pg_total_relation_size('routing_decision')") / size,
                count("select pg_table_size('routing_decision')") / size,
                count("select pg_indexes_size('routing_decision')") / size,
                count("select avg(length(trace))::bigint from routing_decision"));
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }

    private Decisions.Stored decide(Instant at) {
        int from = random.nextInt(PARTNERS);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < CANDIDATES; i++) {
            // Those near each other came at different times, so that their numbers are not near each other.
            candidates.add(network.get((from + i * 907) % PARTNERS));
        }
        LeadProfile lead = new LeadProfile(
                UuidCreator.getTimeOrderedEpoch(),
                LeadSource.DEMO_REQUEST,
                "KZ",
                null,
                new Place(random.nextDouble(45, 55), random.nextDouble(50, 80)),
                "ru",
                Set.of(IncomePoint.IMPLEMENTATION),
                List.of(),
                Set.of());
        RoutingDecision decision = Router.route(
                lead,
                candidates,
                policy,
                LocalDate.parse("2026-01-01"),
                Map.of(Filter.NO_RIGHT_TO_SELL, 4_000, Filter.LANGUAGE, 150, Filter.AT_CAPACITY, 70));
        for (RoutingDecision.Row row : decision.rows()) {
            for (int i = 0; i < CANDIDATES; i++) {
                int place = (from + i * 907) % PARTNERS;
                Candidate candidate = network.get(place);
                if (candidate.partner().id().equals(row.partnerId())) {
                    boolean won = row.partnerId().equals(decision.partnerId());
                    Turn turn = new Turn(
                            row.creditAfter(), won ? at : candidate.turn().lastTurnAt(), random.nextInt(9));
                    network.set(place, new Candidate(candidate.partner(), turn, candidate.record()));
                }
            }
        }
        return new Decisions.Stored(UuidCreator.getTimeOrderedEpoch(), decision, at, null, null);
    }

    private Candidate partner() {
        PartnerProfile profile = new PartnerProfile(
                UuidCreator.getTimeOrderedEpoch(),
                PartnerStatus.ACTIVE,
                TIERS.get(random.nextInt(4)),
                Set.of("ru"),
                EnumSet.allOf(IncomePoint.class),
                List.of(new Credential(IncomePoint.IMPLEMENTATION, LocalDate.parse("2020-01-01"), null)),
                new Territory(Set.of("KZ"), Set.of(), null),
                List.of(new Place(random.nextDouble(45, 55), random.nextDouble(50, 80))),
                ZoneId.of("Asia/Almaty"),
                10,
                100,
                false,
                null);
        Tally tally = new Tally(
                random.nextInt(30),
                random.nextInt(25),
                random.nextInt(4),
                random.nextInt(4),
                random.nextInt(6),
                random.nextInt(9));
        return new Candidate(profile, Turn.NEW, new TrackRecord(100, tally, tally, Tally.NONE, 30));
    }
}
