package org.ninetyten.leadrouting.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;

class ScoreTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private final RoutingPolicy policy = Examples.policy();

    @Test
    void competencyGrowsFromListingTheServiceToThreeLiveCredentials() {
        Credential live = new Credential(IncomePoint.SUPPORT, TODAY.minusYears(1), TODAY);
        Credential over = new Credential(IncomePoint.SUPPORT, TODAY.minusYears(1), TODAY.minusDays(1));
        Credential other = new Credential(IncomePoint.AUDIT, TODAY.minusYears(1), null);
        LeadProfile support = Examples.lead().needs(IncomePoint.SUPPORT).profile();

        assertEquals(
                5_000,
                score(support, Examples.partner(1).credentials(over, other)).competency());
        assertEquals(
                7_000,
                score(support, Examples.partner(1).credentials(live, over)).competency());
        assertEquals(
                8_500,
                score(support, Examples.partner(1).credentials(live, live)).competency());
        assertEquals(
                10_000,
                score(support, Examples.partner(1).credentials(live, live, live, live))
                        .competency());
    }

    @Test
    void competencyIsTheMeanOfTheNeedsAndWholeWithoutAny() {
        Credential live = new Credential(IncomePoint.SUPPORT, TODAY.minusYears(1), null);
        Examples.PartnerExample partner = Examples.partner(1).credentials(live, live, live);

        assertEquals(
                7_500,
                score(
                                Examples.lead()
                                        .needs(IncomePoint.SUPPORT, IncomePoint.AUDIT)
                                        .profile(),
                                partner)
                        .competency());
        assertEquals(10_000, score(Examples.lead().profile(), partner).competency());
    }

    @Test
    void aHundredKilometresCountHalf() {
        LeadProfile lead = Examples.lead()
                .place(new org.ninetyten.leadrouting.partner.Place(43.25, 76.95))
                .profile();
        Candidate partner = Examples.partner(1).candidate();

        assertEquals(10_000, Score.of(lead, partner, 0, policy, TODAY).distance());
        assertEquals(5_000, Score.of(lead, partner, 100, policy, TODAY).distance());
        assertEquals(2_500, Score.of(lead, partner, 300, policy, TODAY).distance());
        assertEquals(0, Score.of(lead, partner, null, policy, TODAY).distance());
        assertEquals(
                10_000,
                Score.of(Examples.lead().profile(), partner, null, policy, TODAY)
                        .distance());
    }

    @Test
    void fewAnswersProveLittle() {
        LeadProfile lead = Examples.lead().profile();

        assertEquals(7_000, score(lead, withRecord(0, 0, 0, 0, 0)).responseRecord());
        assertEquals(7_500, score(lead, withRecord(1, 0, 0, 0, 0)).responseRecord());
        assertEquals(5_833, score(lead, withRecord(0, 0, 1, 0, 0)).responseRecord());
        assertEquals(9_857, score(lead, withRecord(100, 0, 0, 0, 0)).responseRecord());
        assertEquals(333, score(lead, withRecord(0, 50, 50, 0, 0)).responseRecord());
        assertEquals(2_500, score(lead, withRecord(0, 0, 0, 0, 0)).winRate());
        assertEquals(3_181, score(lead, withRecord(0, 0, 0, 1, 0)).winRate());
        assertEquals(2_272, score(lead, withRecord(0, 0, 0, 0, 1)).winRate());
    }

    @Test
    void headroomIsWhatIsLeftOfTheCap() {
        LeadProfile lead = Examples.lead().profile();

        assertEquals(10_000, score(lead, Examples.partner(1).cap(10)).headroom());
        assertEquals(
                3_000, score(lead, Examples.partner(1).cap(10).openLeads(7)).headroom());
        assertEquals(0, score(lead, Examples.partner(1).cap(0)).headroom());
    }

    @Test
    void theTotalWeighsTheParts() {
        Score score = score(Examples.lead().profile(), withRecord(0, 0, 0, 0, 0));

        // 0.35 × 1 + 0.20 × 1 + 0.20 × 0.7 + 0.15 × 0.25 + 0.10 × 1
        assertEquals(8_275, score.total());
    }

    @Test
    void theBandIsAShareOfTheBest() {
        assertTrue(new Score(0, 0, 0, 0, 0, 8_500).isWithin(1_500, 10_000));
        assertFalse(new Score(0, 0, 0, 0, 0, 8_499).isWithin(1_500, 10_000));
        assertTrue(new Score(0, 0, 0, 0, 0, 0).isWithin(0, 0));
    }

    private static Examples.PartnerExample withRecord(int accepted, int declined, int timedOut, int won, int lost) {
        return Examples.partner(1)
                .record(new TrackRecord(
                        100,
                        new Tally(0, accepted, declined, timedOut, won, lost),
                        Tally.NONE,
                        Tally.NONE,
                        TrackRecord.QUOTA_DAYS));
    }

    private Score score(LeadProfile lead, Examples.PartnerExample partner) {
        return Score.of(lead, partner.candidate(), null, policy, TODAY);
    }
}
