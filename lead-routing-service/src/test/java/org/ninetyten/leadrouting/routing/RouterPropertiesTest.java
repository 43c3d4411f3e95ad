package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

class RouterPropertiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Property(tries = 15)
    void inAConstantSetNobodyIsEverALeadAwayFromItsShare(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 4) Integer> weights) {
        RoutingPolicy all = Examples.policy(200);
        long sum = weights.stream().mapToLong(Integer::longValue).sum();
        List<Candidate> candidates = partners(weights);
        int[] served = new int[weights.size()];
        Map<UUID, Integer> position = positions(candidates);
        Instant now = Instant.parse("2026-11-23T09:00:00Z");

        for (int leads = 1; leads <= 10_000; leads++) {
            RoutingDecision decision =
                    Router.route(Examples.lead(new UUID(7, leads)).profile(), candidates, all, TODAY, Map.of());
            carryOut(decision, candidates, position, now.plusSeconds(leads));
            served[position.get(decision.partnerId())]++;
            for (int i = 0; i < served.length; i++) {
                // In integers: |leads * weight / sum - served| < 1.
                assertTrue(Math.abs(leads * (long) weights.get(i) - served[i] * sum) < sum);
            }
        }
    }

    @Property(tries = 20)
    void inChangingSetsTheErrorStaysBounded(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 1, max = 4) Integer> weights, @ForAll long seed) {
        RoutingPolicy all = Examples.policy(200);
        List<Candidate> candidates = partners(weights);
        Map<UUID, Integer> position = positions(candidates);
        Random random = new Random(seed);
        Instant now = Instant.parse("2026-11-23T09:00:00Z");

        for (int leads = 1; leads <= 1_000; leads++) {
            List<Candidate> present = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (random.nextInt(3) == 0) {
                    present.add(candidate);
                }
            }
            RoutingDecision decision =
                    Router.route(Examples.lead(new UUID(7, leads)).profile(), present, all, TODAY, Map.of());
            carryOut(decision, candidates, position, now.plusSeconds(leads));
        }
        for (Candidate candidate : candidates) {
            assertTrue(Math.abs(candidate.turn().credit()) < 3 * Credit.LEAD);
        }
    }

    @Property(tries = 200)
    void theAnswerDoesNotDependOnTheOrderOfTheCandidates(
            @ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead, @ForAll long seed) {
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                Router.route(lead, candidates, Examples.policy(5), TODAY, Map.of()),
                Router.route(lead, shuffled, Examples.policy(5), TODAY, Map.of()));
    }

    @Property(tries = 500)
    void noPartnerIsEverOutsideItsRightToSell(
            @ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead) {
        RoutingDecision decision = Router.route(lead, candidates, Examples.policy(5), TODAY, Map.of());

        candidates.stream()
                .map(Candidate::partner)
                .filter(partner -> partner.id().equals(decision.partnerId()))
                .forEach(chosen -> assertTrue(chosen.mayReach(lead.country(), lead.subdivision(), lead.place())));
    }

    @Property(tries = 200)
    void noCreditIsMadeOrLost(@ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead) {
        RoutingDecision decision = Router.route(lead, candidates, Examples.policy(5), TODAY, Map.of());

        assertEquals(
                decision.rows().stream()
                        .mapToLong(RoutingDecision.Row::creditBefore)
                        .sum(),
                decision.rows().stream()
                        .mapToLong(RoutingDecision.Row::creditAfter)
                        .sum());
    }

    @Property(tries = 200)
    void aStoredDecisionIsMadeAgainFromItsRows(
            @ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead) {
        RoutingPolicy policy = Examples.policy();
        RoutingDecision decision = Router.route(lead, candidates, policy, TODAY, Map.of(Filter.LANGUAGE, 3));

        assertEquals(decision, Router.replay(decision, policy));
    }

    @Property(tries = 200)
    void whoTakesTurnsIsInTheBandAndWhoFailedNeverWins(
            @ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead) {
        RoutingDecision decision = Router.route(lead, candidates, Examples.policy(), TODAY, Map.of());

        for (RoutingDecision.Row row : decision.rows()) {
            if (row.partnerId().equals(decision.partnerId())) {
                assertEquals(null, row.failed());
                assertTrue(row.inBand() || decision.step() != Step.TURN);
            }
        }
    }

    @Property(tries = 200)
    void theIndexAndTheRouterAgree(@ForAll("networks") List<Candidate> candidates, @ForAll("leads") LeadProfile lead) {
        RoutingPolicy policy = Examples.policy(40);
        PartnerIndex index = new PartnerIndex();
        Map<UUID, Candidate> byId = new HashMap<>();
        for (Candidate candidate : candidates) {
            index.put(candidate.partner());
            index.note(candidate);
            byId.put(candidate.partner().id(), candidate);
        }

        PartnerIndex.Shortlist shortlist = index.shortlist(lead, policy, TODAY);
        List<Candidate> locked = shortlist.partners().stream().map(byId::get).toList();
        RoutingDecision viaIndex = Router.route(lead, locked, policy, TODAY, shortlist.failed());
        RoutingDecision direct = Router.route(lead, candidates, policy, TODAY, Map.of());

        assertEquals(direct.step(), viaIndex.step());
        assertEquals(direct.partnerId(), viaIndex.partnerId());
    }

    @Provide
    Arbitrary<List<Candidate>> networks() {
        Arbitrary<Place> places = places();
        Arbitrary<Territory> territories = Arbitraries.of(
                new Territory(Set.of("KZ"), Set.of(), null),
                new Territory(Set.of("KZ", "RU"), Set.of(), null),
                new Territory(Set.of("BR"), Set.of("KZ-75"), null),
                new Territory(Set.of(), Set.of(), 300),
                new Territory(Set.of(), Set.of(), null));
        return Arbitraries.integers().between(0, 40).flatMap(size -> {
            Arbitrary<List<Integer>> numbers = Arbitraries.integers()
                    .between(1, 10_000)
                    .list()
                    .ofSize(size)
                    .uniqueElements();
            return numbers.flatMap(ids -> territories
                    .list()
                    .ofSize(size)
                    .flatMap(where -> places.list()
                            .ofSize(size)
                            .flatMap(cities -> Arbitraries.of(Tier.values())
                                    .list()
                                    .ofSize(size)
                                    .flatMap(tiers -> Arbitraries.integers()
                                            .between(-900, 900)
                                            .list()
                                            .ofSize(size)
                                            .map(credits -> network(ids, where, cities, tiers, credits))))));
        });
    }

    @Provide
    Arbitrary<LeadProfile> leads() {
        return Arbitraries.of("KZ", "RU", "BR", "AU")
                .flatMap(country -> places().injectNull(0.3)
                        .flatMap(place -> Arbitraries.integers()
                                .between(1, 10_000)
                                .map(number -> Examples.lead(new UUID(9, number))
                                        .country(country)
                                        .subdivision(country.equals("KZ") ? "KZ-75" : null)
                                        .place(place)
                                        .prefers(
                                                Step.HOST_PARTNER,
                                                Examples.partner(number).candidate())
                                        .profile())));
    }

    private static Arbitrary<Place> places() {
        return Arbitraries.doubles()
                .between(40, 56)
                .flatMap(latitude ->
                        Arbitraries.doubles().between(50, 80).map(longitude -> new Place(latitude, longitude)));
    }

    private static List<Candidate> network(
            List<Integer> ids, List<Territory> where, List<Place> cities, List<Tier> tiers, List<Integer> credits) {
        List<Candidate> network = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            network.add(Examples.partner(ids.get(i))
                    .territory(where.get(i))
                    .cities(cities.get(i))
                    .tier(tiers.get(i))
                    .credit(credits.get(i) * (Credit.LEAD / 1000))
                    .openLeads(ids.get(i) % 12)
                    .record(record(ids.get(i)))
                    .candidate());
        }
        return network;
    }

    /** Some are new, some have declined a lot, some have used up their quota. */
    private static TrackRecord record(int number) {
        Tally tally = new Tally(number % 40, number % 7, number % 5, number % 3, number % 4, number % 6);
        return new TrackRecord(number % 9, tally, tally, tally, 1 + number % TrackRecord.QUOTA_DAYS);
    }

    private static List<Candidate> partners(List<Integer> weights) {
        List<Candidate> partners = new ArrayList<>();
        for (int weight : weights) {
            partners.add(
                    Examples.partner(partners.size() + 1).tier(tierOf(weight)).candidate());
        }
        return partners;
    }

    private static Tier tierOf(int weight) {
        return switch (weight) {
            case 1 -> Tier.BUSINESS;
            case 2 -> Tier.CERTIFIED;
            case 3 -> Tier.GOLD;
            default -> Tier.PLATINUM;
        };
    }

    private static Map<UUID, Integer> positions(List<Candidate> candidates) {
        Map<UUID, Integer> positions = new HashMap<>();
        candidates.forEach(candidate -> positions.put(candidate.partner().id(), positions.size()));
        return positions;
    }

    private static void carryOut(
            RoutingDecision decision, List<Candidate> candidates, Map<UUID, Integer> position, Instant now) {
        for (RoutingDecision.Row row : decision.rows()) {
            int place = position.get(row.partnerId());
            Candidate old = candidates.get(place);
            boolean won = row.partnerId().equals(decision.partnerId());
            candidates.set(
                    place,
                    new Candidate(
                            old.partner(),
                            new Turn(row.creditAfter(), won ? now : old.turn().lastTurnAt(), 0),
                            old.record()));
        }
    }
}
