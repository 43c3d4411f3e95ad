package org.ninetyten.leadrouting.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.TurnRule;

class SimulatedNetworkTest {

    private static final RoutingPolicy SHARE = PastNetwork.policy(TurnRule.SHARE);
    private static final RoutingPolicy LEAST_LOADED = PastNetwork.policy(TurnRule.LEAST_LOADED);

    @Test
    void partnersGetLeadsInProportionToTheWeightOfTheirTier() {
        SimulatedNetwork network = network(
                SHARE,
                PastNetwork.partner(1).tier(Tier.BUSINESS),
                PastNetwork.partner(2).tier(Tier.CERTIFIED),
                PastNetwork.partner(3).tier(Tier.GOLD),
                PastNetwork.partner(4).tier(Tier.PLATINUM));
        for (int i = 0; i < 1_000; i++) {
            network.route(PastNetwork.lead(i, "KZ", i));
        }
        assertEquals(List.of(100L, 200L, 300L, 400L), leads(network));
        SimulationResult result = SimulationResult.of(network, SHARE);
        assertEquals(Map.of(Step.TURN, 1_000L), result.steps());
        assertTrue(result.fairness().maxError().compareTo(BigDecimal.ONE) < 0);
        assertEquals(new BigDecimal("1.0000"), result.fairness().jainByWeight());
        assertEquals(new BigDecimal("1.0000"), result.fairness().jainByEarned());
        assertEquals(
                List.of(
                        new SimulationResult.Group("BUSINESS", 1, 100, 0),
                        new SimulationResult.Group("CERTIFIED", 1, 200, 0),
                        new SimulationResult.Group("GOLD", 1, 300, 0),
                        new SimulationResult.Group("PLATINUM", 1, 400, 0)),
                result.tiers());
        assertNull(result.comparison());
    }

    @Test
    void theLoadOfTheLastDaysCountsAsIfItWereOfTheDaysBeforeTheFirst() {
        SimulatedNetwork network = network(
                LEAST_LOADED,
                PastNetwork.partner(1).offered(0, 5),
                PastNetwork.partner(2),
                PastNetwork.partner(3).offered(29, 100));
        for (int i = 0; i < 7; i++) {
            network.route(PastNetwork.lead(i, "KZ", 0));
        }
        // The hundred of 29 days before the first one have left the window; the five of the day before have not.
        assertEquals(List.of(0L, 4L, 3L), leads(network));

        SimulatedNetwork later = network(LEAST_LOADED, PastNetwork.partner(1).offered(0, 5), PastNetwork.partner(2));
        later.route(PastNetwork.lead(0, "KZ", 0));
        assertEquals(List.of(0L, 1L), leads(later));
        for (int i = 1; i <= 4; i++) {
            later.route(PastNetwork.lead(i, "KZ", 24 * 40));
        }
        assertEquals(List.of(2L, 3L), leads(later));
    }

    @Test
    void aFullPartnerIsPassedOverUntilItsLeadsEnd() {
        SimulatedNetwork network = network(SHARE, PastNetwork.partner(1).cap(2).openLeads(1));
        assertEquals(
                PastNetwork.id(1), network.route(PastNetwork.lead(0, "KZ", 0)).partnerId());
        assertNull(network.route(PastNetwork.lead(1, "KZ", 1)).partnerId());
        assertNull(network.route(PastNetwork.lead(2, "KZ", 24 * 29)).partnerId());
        assertEquals(
                PastNetwork.id(1),
                network.route(PastNetwork.lead(3, "KZ", 24 * 30)).partnerId());
        SimulationResult result = SimulationResult.of(network, SHARE);
        assertEquals(2, result.unroutable().leads());
        assertEquals(Map.of(Filter.AT_CAPACITY, 2L), result.unroutable().reasons());
    }

    @Test
    void aQuotaThatIsUsedUpComesBackWithTheDays() {
        SimulatedNetwork network = network(SHARE, PastNetwork.partner(1).quota(1));
        assertEquals(
                PastNetwork.id(1), network.route(PastNetwork.lead(0, "KZ", 0)).partnerId());
        assertNull(network.route(PastNetwork.lead(1, "KZ", 24 * 29)).partnerId());
        assertEquals(
                PastNetwork.id(1),
                network.route(PastNetwork.lead(2, "KZ", 24 * 30)).partnerId());
        assertEquals(
                Map.of(Filter.OVER_QUOTA, 1L),
                SimulationResult.of(network, SHARE).unroutable().reasons());
    }

    @Test
    void whatWouldHaveBeenStandsBesideWhatHappened() {
        SimulatedNetwork network = network(
                SHARE,
                PastNetwork.partner(1),
                PastNetwork.partner(2).languages("de").region("EU").city(new Place(43.25, 77.95)));
        UUID gone = UUID.randomUUID();
        network.route(PastNetwork.lead(1, "KZ", 1, true, PastNetwork.id(1)));
        network.route(PastNetwork.lead(2, "KZ", 2, true, PastNetwork.id(2)));
        network.route(PastNetwork.lead(3, "KZ", 3, true, null));
        network.route(PastNetwork.lead(4, "UZ", 4, true, PastNetwork.id(1)));
        network.route(PastNetwork.lead(5, "UZ", 5, true, null));
        network.route(PastNetwork.lead(6, "KZ", 6, true, gone));
        network.route(PastNetwork.lead(7, "KZ", 7));
        SimulationResult result = SimulationResult.of(network, SHARE);
        assertEquals(new SimulationResult.Comparison(6, 1, 2, 1, 1, 1, 1), result.comparison());
        assertEquals(
                List.of(new SimulationResult.Group("CIS", 1, 5, 2), new SimulationResult.Group("EU", 1, 0, 1)),
                result.regions());
        assertEquals(
                new SimulationResult.Country("UZ", 2),
                result.unroutable().countries().getFirst());
        assertEquals(Map.of(Filter.NO_RIGHT_TO_SELL, 2L), result.unroutable().reasons());
        assertEquals(0, result.distance().medianKm());
        assertEquals(81, result.happenedDistance().ninetiethKm());
        assertEquals(3, result.happenedDistance().known());
    }

    @Property(tries = 30)
    void whatGoesOnFromACheckpointEndsAsIfNothingHadHappened(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 400) int interrupted) {
        RoutingPolicy policy = random.nextBoolean() ? SHARE : LEAST_LOADED;
        List<PastNetwork.PartnerExample> partners = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            partners.add(PastNetwork.partner(i)
                    .tier(List.of(Tier.values()).get(random.nextInt(4)))
                    .openLeads(random.nextInt(5))
                    .offered(random.nextInt(30), random.nextInt(10)));
        }
        List<PastLead> leads = new ArrayList<>();
        int hours = 0;
        for (int i = 0; i < 400; i++) {
            hours += random.nextInt(10) == 0 ? random.nextInt(24 * 20) : random.nextInt(5);
            leads.add(PastNetwork.lead(
                    i, random.nextInt(9) == 0 ? "UZ" : "KZ", hours, i % 3 == 0, PastNetwork.id(i % 50)));
        }

        SimulatedNetwork whole = network(policy, partners.toArray(PastNetwork.PartnerExample[]::new));
        leads.forEach(whole::route);

        SimulatedNetwork first = network(policy, partners.toArray(PastNetwork.PartnerExample[]::new));
        leads.subList(0, interrupted).forEach(first::route);
        SimulatedNetwork second = network(policy, partners.reversed().toArray(PastNetwork.PartnerExample[]::new));
        second.resume(first.checkpoint());
        leads.subList(interrupted, leads.size()).forEach(second::route);

        assertEquals(leads(whole), leads(second));
        assertEquals(SimulationResult.of(whole, policy), SimulationResult.of(second, policy));
    }

    @Test
    void aPartnerThatLeftWhileASimulationRestedIsForgotten() {
        PastNetwork.PartnerExample stays = PastNetwork.partner(2);
        SimulatedNetwork first = network(SHARE, PastNetwork.partner(1), stays, PastNetwork.partner(3));
        for (int i = 0; i < 30; i++) {
            first.route(PastNetwork.lead(i, "KZ", i));
        }
        SimulatedNetwork second = network(SHARE, stays, PastNetwork.partner(4));
        second.resume(first.checkpoint());
        assertEquals(List.of(10L, 0L), leads(second));
        second.route(PastNetwork.lead(31, "KZ", 31));
        assertEquals(11, leads(second).stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void whatNobodyCanServeIsKnownTheSecondTimeUnlessSomebodySellsRoundThere() {
        Territory round = new Territory(Set.of(), Set.of(), 50);
        SimulatedNetwork none = network(SHARE, PastNetwork.partner(1).languages("de"));
        SimulatedNetwork some = network(
                SHARE,
                PastNetwork.partner(1).languages("de"),
                PastNetwork.partner(2).territory(round));
        for (int i = 0; i < 3; i++) {
            assertNull(none.route(PastNetwork.lead(i, "KZ", i)).partnerId());
            assertNull(some.route(PastNetwork.leadAt(i, new Place(50, 80), i)).partnerId());
        }
        assertEquals(
                Map.of(Filter.LANGUAGE, 3L),
                SimulationResult.of(none, SHARE).unroutable().reasons());
        assertEquals(PastNetwork.id(2), some.route(PastNetwork.lead(9, "KZ", 9)).partnerId());
    }

    @Property(tries = 30)
    void everyLeadIsCountedOnce(@ForAll Random random) {
        SimulatedNetwork network = network(
                SHARE,
                PastNetwork.partner(1).cap(1 + random.nextInt(5)),
                PastNetwork.partner(2).quota(1 + random.nextInt(5)),
                PastNetwork.partner(3).languages("en"));
        Map<UUID, Integer> got = new HashMap<>();
        int hours = 0;
        for (int i = 0; i < 300; i++) {
            hours += random.nextInt(12);
            UUID winner = network.route(PastNetwork.lead(i, "KZ", hours)).partnerId();
            if (winner != null) {
                got.merge(winner, 1, Integer::sum);
            }
        }
        SimulationResult result = SimulationResult.of(network, SHARE);
        assertEquals(300, result.leads());
        assertEquals(
                300, result.steps().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(
                got.values().stream().mapToLong(Integer::longValue).sum(),
                result.leads() - result.unroutable().leads());
        assertEquals(
                result.unroutable().leads(),
                result.unroutable().reasons().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        network.partners()
                .forEach(partner ->
                        assertEquals(got.getOrDefault(partner.id(), 0).longValue(), partner.leads()));
    }

    private static SimulatedNetwork network(RoutingPolicy policy, PastNetwork.PartnerExample... partners) {
        return new SimulatedNetwork(
                policy,
                PastNetwork.TODAY,
                30,
                Arrays.stream(partners).map(PastNetwork.PartnerExample::start).toList());
    }

    /** What each partner got, in the order of their numbers. */
    private static List<Long> leads(SimulatedNetwork network) {
        return network.partners().stream().map(SimulatedPartner::leads).toList();
    }
}
