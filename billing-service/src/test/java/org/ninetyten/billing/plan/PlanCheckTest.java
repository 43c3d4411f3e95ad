package org.ninetyten.billing.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.partner.Tier;

class PlanCheckTest {

    private static final RuleCriteria ANYTHING = new RuleCriteria(null, null, null, null, null, null, null);

    @Test
    void theStandardPlanSplitsEveryLine() {
        assertEquals(
                List.of(),
                PlanCheck.rules(StandardPlan.plan().rules(), StandardPlan.plan().suggestions()));
    }

    @Test
    void aLineWithoutARuleIsNamed() {
        List<PlanCheck.Finding> findings = PlanCheck.rules(
                StandardPlan.plan().rules().stream()
                        .filter(rule -> rule.criteria().tier() != Tier.GOLD)
                        .toList(),
                List.of());

        assertEquals(
                List.of(new PlanCheck.Finding(
                        "rules",
                        "leave 12 kinds of line without a rule, such as LICENCE of a GOLD partner in any other region,"
                                + " FIRST sale, performed by the VENDOR, billed by the VENDOR")),
                findings);
    }

    @Test
    void aRuleThatNothingReachesIsNamed() {
        assertEquals(
                List.of(new PlanCheck.Finding("rules[1]", "is never reached: rules before it take all its lines")),
                PlanCheck.rules(List.of(rule("all", ANYTHING), rule("more", ANYTHING)), List.of()));
    }

    @Test
    void aPartnerOfNoKnownRegionNeedsARuleToo() {
        RuleCriteria africa = new RuleCriteria(null, null, null, "AFRICA", null, null, null);

        assertTrue(PlanCheck.rules(List.of(rule("africa", africa)), List.of())
                .getFirst()
                .reason()
                .contains("any other region"));
        assertEquals(List.of(), PlanCheck.rules(List.of(rule("africa", africa), rule("rest", ANYTHING)), List.of()));
    }

    @Test
    void theGapBetweenBandsIsNamed() {
        assertEquals(
                List.of(new PlanCheck.Finding(
                        "bands[1].fromMinor", "leaves amounts from 1000 to 2000 without a share")),
                bands(new Band(0, 1000L, 1), new Band(2000, null, 2)));
        assertEquals(
                List.of(new PlanCheck.Finding("bands[0].fromMinor", "leaves amounts from 0 to 5 without a share")),
                bands(new Band(5, null, 1)));
        assertEquals(
                List.of(new PlanCheck.Finding("bands[0].toMinor", "leaves amounts from 9 upwards without a share")),
                bands(new Band(0, 9L, 1)));
    }

    @Test
    void whatTwoBandsBothTakeIsNamed() {
        assertEquals(
                List.of(new PlanCheck.Finding("bands[1].fromMinor", "gives amounts from 900 to 1000 two shares")),
                bands(new Band(0, 1000L, 1), new Band(900, null, 2)));
        assertEquals(
                List.of(new PlanCheck.Finding("bands[0].toMinor", "is missing: only the last band has no end")),
                bands(new Band(0, null, 1), new Band(900, null, 2)));
    }

    @Test
    void bandsWithoutAGapPass() {
        assertEquals(List.of(), bands(new Band(0, 1000L, 1), new Band(1000, 2000L, 2), new Band(2000, null, 3)));
    }

    @Test
    void suggestionsAreServicesAndEachOnce() {
        assertEquals(
                List.of(
                        new PlanCheck.Finding("suggestions[0]", "is no service"),
                        new PlanCheck.Finding("suggestions[2]", "is there twice")),
                PlanCheck.rules(
                        List.of(rule("all", ANYTHING)),
                        List.of(IncomePoint.LICENCE, IncomePoint.SUPPORT, IncomePoint.SUPPORT)));
    }

    private static List<PlanCheck.Finding> bands(Band... bands) {
        return PlanCheck.bands("bands", List.of(bands));
    }

    private static SplitRule rule(String code, RuleCriteria criteria) {
        return new SplitRule(code, criteria, BandMode.WHOLE, List.of(new Band(0, null, 1)), 0, List.of());
    }
}
