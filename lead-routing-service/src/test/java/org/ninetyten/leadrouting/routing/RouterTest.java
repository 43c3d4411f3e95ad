package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;

class RouterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Place ALMATY = new Place(43.25, 76.95);
    private static final Place ASTANA = new Place(51.18, 71.45);

    private final RoutingPolicy policy = Examples.policy();

    @Test
    void thePartnerOfRecordComesFirstWhateverItsLoadAndLanguage() {
        Candidate ofRecord = Examples.partner(1).languages("fr").cap(0).candidate();
        LeadProfile lead = Examples.lead()
                .language("ru")
                .prefers(Step.PARTNER_OF_RECORD, ofRecord)
                .profile();

        RoutingDecision decision = route(lead, Examples.partner(2).candidate(), ofRecord);

        assertEquals(Step.PARTNER_OF_RECORD, decision.step());
        assertEquals(ofRecord.partner().id(), decision.partnerId());
    }

    @Test
    void aPartnerOfRecordThatMayNoLongerSellThereIsPassedOver() {
        Candidate ofRecord = Examples.partner(1)
                .territory(new Territory(Set.of("BR"), Set.of(), null))
                .candidate();
        Candidate other = Examples.partner(2).candidate();
        LeadProfile lead =
                Examples.lead().prefers(Step.PARTNER_OF_RECORD, ofRecord).profile();

        RoutingDecision decision = route(lead, ofRecord, other);

        assertEquals(other.partner().id(), decision.partnerId());
        assertEquals(Filter.NO_RIGHT_TO_SELL, rowOf(decision, ofRecord).failed());
    }

    @Test
    void theCustomersChoiceComesBeforeTheHostAndTheHostBeforeAnyTurn() {
        Candidate host = Examples.partner(1).candidate();
        Candidate chosen = Examples.partner(2).candidate();
        Candidate rich = Examples.partner(3).credit(2 * Credit.LEAD).candidate();
        LeadProfile both = Examples.lead()
                .prefers(Step.CUSTOMERS_CHOICE, chosen)
                .prefers(Step.HOST_PARTNER, host)
                .profile();
        LeadProfile hosted = Examples.lead().prefers(Step.HOST_PARTNER, host).profile();

        assertEquals(chosen.partner().id(), route(both, host, chosen, rich).partnerId());
        assertEquals(host.partner().id(), route(hosted, host, chosen, rich).partnerId());
    }

    @Test
    void whoComesFirstTakesNobodysTurn() {
        Candidate host = Examples.partner(1).credit(7).candidate();
        LeadProfile lead = Examples.lead().prefers(Step.HOST_PARTNER, host).profile();

        RoutingDecision decision = route(lead, host, Examples.partner(2).candidate());

        assertEquals(7, rowOf(decision, host).creditAfter());
        assertEquals(1, decision.rows().size());
    }

    @Test
    void everyFilterKeepsOutThePartnersItNames() {
        Map<Filter, Candidate> kept = Map.of(
                Filter.NOT_ACTIVE,
                        Examples.partner(1).status(PartnerStatus.SUSPENDED).candidate(),
                Filter.NO_RIGHT_TO_SELL,
                        Examples.partner(2)
                                .territory(new Territory(Set.of(), Set.of(), null))
                                .candidate(),
                Filter.LANGUAGE, Examples.partner(3).languages("pt").candidate(),
                Filter.SERVICE,
                        Examples.partner(4).services(IncomePoint.TRAINING).candidate(),
                Filter.CREDENTIAL, Examples.partner(5).credentials().candidate(),
                Filter.PAUSED, Examples.partner(6).paused().candidate(),
                Filter.AT_CAPACITY, Examples.partner(7).cap(3).openLeads(3).candidate(),
                Filter.REFUSED_BEFORE, Examples.partner(8).candidate());
        LeadProfile lead = Examples.lead()
                .language("ru-KZ")
                .needs(IncomePoint.IMPLEMENTATION)
                .refusedBy(kept.get(Filter.REFUSED_BEFORE))
                .profile();

        kept.forEach((filter, candidate) -> {
            RoutingDecision decision = route(lead, candidate);
            assertNull(decision.partnerId(), filter.name());
            assertEquals(Map.of(filter, 1), decision.failed());
            assertEquals(filter, decision.rows().getFirst().failed());
        });
    }

    @Test
    void aCredentialCountsOnItsLastDayAndNotOnTheNext() {
        Candidate partner = Examples.partner(1)
                .credentials(new Credential(IncomePoint.IMPLEMENTATION, TODAY.minusYears(1), TODAY))
                .candidate();
        LeadProfile lead = Examples.lead().needs(IncomePoint.IMPLEMENTATION).profile();

        assertEquals(
                partner.partner().id(),
                Router.route(lead, List.of(partner), policy, TODAY, Map.of()).partnerId());
        assertNull(Router.route(lead, List.of(partner), policy, TODAY.plusDays(1), Map.of())
                .partnerId());
    }

    @Test
    void aNeedThatThePolicyNamesNoCredentialForIsServedByListingIt() {
        Candidate partner =
                Examples.partner(1).services(IncomePoint.LICENCE).credentials().candidate();

        assertEquals(
                partner.partner().id(),
                route(Examples.lead().needs(IncomePoint.LICENCE).profile(), partner)
                        .partnerId());
    }

    @Test
    void aTerritoryMayBeASubdivisionOrARadiusRoundACity() {
        Candidate subdivision = Examples.partner(1)
                .territory(new Territory(Set.of(), Set.of("KZ-75"), null))
                .candidate();
        Candidate radius = Examples.partner(2)
                .territory(new Territory(Set.of(), Set.of(), 50))
                .cities(ALMATY)
                .candidate();
        LeadProfile almaty = Examples.lead().subdivision("KZ-75").place(ALMATY).profile();
        LeadProfile astana = Examples.lead().subdivision("KZ-71").place(ASTANA).profile();

        assertEquals(subdivision.partner().id(), route(almaty, subdivision).partnerId());
        assertEquals(radius.partner().id(), route(almaty, radius).partnerId());
        assertNull(route(astana, subdivision, radius).partnerId());
    }

    @Test
    void onlyThoseNearTheBestScoreTakeTurns() {
        Candidate near = Examples.partner(1).cities(ALMATY).candidate();
        Candidate far =
                Examples.partner(2).cities(ASTANA).credit(2 * Credit.LEAD).candidate();
        LeadProfile lead = Examples.lead().place(ALMATY).profile();

        RoutingDecision decision = route(lead, far, near);

        assertEquals(near.partner().id(), decision.partnerId());
        assertTrue(rowOf(decision, near).inBand());
        assertFalse(rowOf(decision, far).inBand());
        assertEquals(2 * Credit.LEAD, rowOf(decision, far).creditAfter());
    }

    @Test
    void betweenEqualsTheLongestWaitDecidesAndThenTheId() {
        Candidate lately = Examples.partner(1).lastTurn("2026-11-23T09:00:00Z").candidate();
        Candidate longAgo = Examples.partner(2).lastTurn("2026-11-20T09:00:00Z").candidate();
        Candidate never = Examples.partner(3).candidate();
        Candidate neverEither = Examples.partner(4).candidate();
        LeadProfile lead = Examples.lead().profile();

        assertEquals(longAgo.partner().id(), route(lead, lately, longAgo).partnerId());
        assertEquals(
                never.partner().id(),
                route(lead, lately, longAgo, neverEither, never).partnerId());
    }

    @Test
    void everyCandidateEarnsItsWeightAndTheWinnerPaysOneLead() {
        Candidate platinum = Examples.partner(1).tier(Tier.PLATINUM).candidate();
        Candidate business = Examples.partner(2).candidate();

        RoutingDecision decision = route(Examples.lead().profile(), platinum, business);

        assertEquals(platinum.partner().id(), decision.partnerId());
        assertEquals(-Credit.LEAD / 5, rowOf(decision, platinum).creditAfter());
        assertEquals(Credit.LEAD / 5, rowOf(decision, business).creditAfter());
    }

    @Test
    void creditIsClampedSoThatAPartnerBackFromAPauseIsNotFlooded() {
        Candidate rich = Examples.partner(1).credit(10 * Credit.LEAD).candidate();
        Candidate owing = Examples.partner(2).credit(-10 * Credit.LEAD).candidate();

        RoutingDecision decision = route(Examples.lead().profile(), rich, owing);

        assertEquals(3 * Credit.LEAD, rowOf(decision, rich).creditAfter());
        assertEquals(-3 * Credit.LEAD, rowOf(decision, owing).creditAfter());
    }

    @Test
    void withoutACandidateTheDecisionSaysHowManyFailedWhat() {
        RoutingDecision decision = Router.route(
                Examples.lead().profile(),
                List.of(Examples.partner(1).paused().candidate()),
                policy,
                TODAY,
                Map.of(Filter.PAUSED, 2, Filter.LANGUAGE, 5));

        assertEquals(Step.NOBODY, decision.step());
        assertEquals(Map.of(Filter.PAUSED, 3, Filter.LANGUAGE, 5), decision.failed());
    }

    @Test
    void declinesAndTimeOutsLowerTheWeightButNeverBelowHalf() {
        Candidate reliable = Examples.partner(1).tier(Tier.GOLD).candidate();
        Candidate declining =
                Examples.partner(2).tier(Tier.GOLD).record(lately(10, 2, 1)).candidate();
        Candidate absent =
                Examples.partner(3).tier(Tier.GOLD).record(lately(90, 0, 90)).candidate();

        RoutingDecision decision = route(Examples.lead().profile(), reliable, declining, absent);

        assertEquals(30_000, rowOf(decision, reliable).standing().weight());
        assertEquals(24_000, rowOf(decision, declining).standing().weight());
        assertEquals(15_000, rowOf(decision, absent).standing().weight());
        assertEquals(
                Credit.LEAD * 15 / 69,
                rowOf(decision, absent).creditAfter() + (isChosen(decision, absent) ? Credit.LEAD : 0));
    }

    @Test
    void theLeastLoadedByWeightIsNextIfThePolicySaysSo() {
        Candidate business = Examples.partner(1).record(lately(3, 0, 0)).candidate();
        Candidate platinum =
                Examples.partner(2).tier(Tier.PLATINUM).record(lately(11, 0, 0)).candidate();
        Candidate certified =
                Examples.partner(3).tier(Tier.CERTIFIED).record(lately(6, 0, 0)).candidate();

        RoutingDecision decision = Router.route(
                Examples.lead().profile(),
                List.of(business, platinum, certified),
                Examples.policy(TurnRule.LEAST_LOADED),
                TODAY,
                Map.of());

        assertEquals(platinum.partner().id(), decision.partnerId());
        assertTrue(decision.rows().stream().allMatch(row -> row.creditAfter() == row.creditBefore()));
    }

    @Test
    void aNewPartnerGetsItsFirstLeadsWhateverItsCreditAndScore() {
        RoutingPolicy always = Examples.policy(25, TurnRule.SHARE, new RoutingPolicy.Opening(3, 10_000));
        Candidate newcomer = Examples.partner(1)
                .record(TrackRecord.NEW)
                .cities(ASTANA)
                .credit(-Credit.LEAD)
                .candidate();
        Candidate grown = Examples.partner(2).record(offersEver(3)).candidate();
        Candidate half = Examples.partner(3).record(offersEver(2)).candidate();
        LeadProfile almaty = Examples.lead().place(ALMATY).profile();

        RoutingDecision decision = Router.route(almaty, List.of(grown, half, newcomer), always, TODAY, Map.of());

        assertEquals(Step.OPENING, decision.step());
        assertEquals(newcomer.partner().id(), decision.partnerId());
        assertTrue(decision.rows().stream().allMatch(row -> row.creditAfter() == row.creditBefore()));
        assertEquals(
                Step.TURN,
                Router.route(almaty, List.of(grown), always, TODAY, Map.of()).step());
    }

    @Test
    void newPartnersGetNoMoreThanTheirShareOfTheLeads() {
        Candidate newcomer = Examples.partner(1).record(TrackRecord.NEW).candidate();
        Candidate old = Examples.partner(2).candidate();
        int openings = 0;
        for (int i = 0; i < 2_000; i++) {
            LeadProfile lead =
                    Examples.lead(new UUID(0x0199_f1d2_0000_7000L + i / 10, i)).profile();
            if (route(lead, newcomer, old).step() == Step.OPENING) {
                openings++;
            }
        }
        assertEquals(1_000, openings, 100);
    }

    @Test
    void afterAnAbsenceTheQuotaGrowsDayByDay() {
        TrackRecord back = new TrackRecord(100, Tally.NONE, Tally.NONE, new Tally(2, 0, 0, 0, 0, 0), 2);
        TrackRecord there = new TrackRecord(100, Tally.NONE, Tally.NONE, new Tally(29, 0, 0, 0, 0, 0), 30);
        TrackRecord cameBack = new TrackRecord(100, Tally.NONE, Tally.NONE, new Tally(40, 0, 6, 5, 0, 0), 30);

        assertEquals(0, back.quotaLeft(30));
        assertEquals(1, there.quotaLeft(30));
        assertEquals(1, cameBack.quotaLeft(30));
        assertEquals(5, back.quotaLeft(100));
        assertEquals(1, new TrackRecord(0, Tally.NONE, Tally.NONE, Tally.NONE, 1).quotaLeft(1));
        assertEquals(
                Filter.OVER_QUOTA,
                rowOf(
                                route(
                                        Examples.lead().profile(),
                                        Examples.partner(1).record(back).candidate()),
                                Examples.partner(1).candidate())
                        .failed());
    }

    @Test
    void aProtectionComesAfterTheCustomersChoiceAndBeforeTheHost() {
        Candidate protectedOne = Examples.partner(1).candidate();
        Candidate host = Examples.partner(2).candidate();
        LeadProfile lead = Examples.lead()
                .prefers(Step.PROTECTION, protectedOne)
                .prefers(Step.HOST_PARTNER, host)
                .profile();

        RoutingDecision decision = route(lead, host, protectedOne);

        assertEquals(Step.PROTECTION, decision.step());
        assertEquals(protectedOne.partner().id(), decision.partnerId());
    }

    @Test
    void aDecisionNamesItsPolicy() {
        assertEquals(
                1,
                route(Examples.lead().profile(), Examples.partner(1).candidate())
                        .policyVersion());
    }

    private static boolean isChosen(RoutingDecision decision, Candidate candidate) {
        return candidate.partner().id().equals(decision.partnerId());
    }

    private static TrackRecord lately(int offered, int declined, int timedOut) {
        Tally tally = new Tally(offered, 0, declined, timedOut, 0, 0);
        return new TrackRecord(100, Tally.NONE, tally, Tally.NONE, TrackRecord.QUOTA_DAYS);
    }

    private static TrackRecord offersEver(int offers) {
        return new TrackRecord(offers, Tally.NONE, Tally.NONE, Tally.NONE, TrackRecord.QUOTA_DAYS);
    }

    private RoutingDecision route(LeadProfile lead, Candidate... candidates) {
        return Router.route(lead, List.of(candidates), policy, TODAY, Map.of());
    }

    private static RoutingDecision.Row rowOf(RoutingDecision decision, Candidate candidate) {
        UUID id = candidate.partner().id();
        return decision.rows().stream()
                .filter(row -> row.partnerId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
