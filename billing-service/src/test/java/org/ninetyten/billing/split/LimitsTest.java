package org.ninetyten.billing.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.Band;
import org.ninetyten.billing.plan.BandMode;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.RuleCriteria;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;
import org.ninetyten.billing.rate.Conversion;
import org.ninetyten.billing.rate.Conversions;
import org.ninetyten.billing.rate.ConversionsOfTests;
import org.ninetyten.billing.rate.ExchangeRate;

/** Bands, caps, regions and kinds of sale. */
class LimitsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID PARTNER = UuidCreator.getTimeOrderedEpoch();
    private static final UUID CUSTOMER = UuidCreator.getTimeOrderedEpoch();
    private static final RuleCriteria ANYTHING = new RuleCriteria(null, null, null, null, null, null, null);
    private static final List<Band> BANDS =
            List.of(new Band(0, 1_000L, 4000), new Band(1_000, 5_000L, 5000), new Band(5_000, null, 6000));

    @Test
    void marginalBandsGiveEachItsShareOfWhatLiesInIt() {
        LineSplit line = split(plan(rule(BandMode.MARGINAL, BANDS)), deal("EUR", 6_000));

        assertEquals(400 + 2_000 + 600, line.partnerMinor());
        assertEquals(5_000, line.trace().rateBasisPoints());
        assertEquals(
                new LineTrace.Bands(
                        BandMode.MARGINAL,
                        List.of(
                                new LineTrace.BandPart(0, 1_000L, 1_000, 4000),
                                new LineTrace.BandPart(1_000, 5_000L, 4_000, 5000),
                                new LineTrace.BandPart(5_000, null, 1_000, 6000))),
                line.trace().bands());
    }

    @Test
    void wholeAmountBandsAreHalfOpen() {
        SplitPlan plan = plan(rule(BandMode.WHOLE, BANDS));

        assertEquals(400, split(plan, deal("EUR", 999)).partnerMinor());
        assertEquals(500, split(plan, deal("EUR", 1_000)).partnerMinor());
        assertEquals(2_500, split(plan, deal("EUR", 4_999)).partnerMinor());
        assertEquals(3_000, split(plan, deal("EUR", 5_000)).partnerMinor());
    }

    @Test
    void aLimitInAnotherCurrencyIsComparedByTheRateAndTheTraceSaysWhich() {
        ExchangeRate rate = new ExchangeRate(
                UuidCreator.getTimeOrderedEpoch(), "ECB", "EUR", "JPY", TODAY.minusDays(1), new BigDecimal("160"));
        Currency yen = Currency.getInstance("JPY");
        Currency euro = Currency.getInstance("EUR");
        SplitPlan plan = plan(rule(BandMode.WHOLE, BANDS));
        WonDeal deal = deal("JPY", 1_600);
        Conversions conversions = ConversionsOfTests.of(
                Splitter.wanted(deal, plan), new Conversion(yen, euro, BigDecimal.ONE, rate.rate(), List.of(rate)));

        // 10.00 EUR are 1,600 JPY, which is where the second band begins.
        LineSplit line = Splitter.split(deal, plan, partner(null), conversions, CapUse.none())
                .lines()
                .getFirst();
        assertEquals(800, line.partnerMinor());
        assertEquals(
                new LineTrace.Exchange("JPY", "EUR", List.of(rate)),
                line.trace().exchange());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> split(plan, deal))
                .getMessage()
                .contains("no exchange rate from JPY to EUR of 2026-11-23"));
    }

    @Test
    void aCapGivesWhatItHasLeftAndThenNothingAndTheLineSaysWhy() {
        SplitPlan plan = plan(capped(new Cap(Cap.Scope.CUSTOMER, Cap.Period.YEAR, 900)));
        CapUse caps = CapUse.none();

        assertEquals(500, split(plan, deal("EUR", 1_000), caps).partnerMinor());
        LineSplit second = split(plan, deal("EUR", 1_000), caps);
        assertEquals(400, second.partnerMinor());
        assertEquals(600, second.vendorMinor());
        assertEquals(
                List.of(new LineTrace.CapTrace(
                        Cap.Scope.CUSTOMER, Cap.Period.YEAR, LocalDate.parse("2026-01-01"), "EUR", 900, 500, 100)),
                second.trace().caps());
        LineSplit third = split(plan, deal("EUR", 1_000), caps);
        assertEquals(0, third.partnerMinor());
        assertEquals(LineTrace.ZeroReason.CAP_IS_USED_UP, third.trace().reason());
        assertEquals(900, caps.taken().stream().mapToLong(CapUse.Taken::minor).sum());
    }

    @Test
    void theTightestOfSeveralCapsCounts() {
        SplitPlan plan = plan(capped(
                new Cap(Cap.Scope.PARTNER, Cap.Period.MONTH, 300), new Cap(Cap.Scope.CUSTOMER, Cap.Period.EVER, 100)));

        assertEquals(100, split(plan, deal("EUR", 1_000)).partnerMinor());
    }

    @Test
    void theFirstRuleThatFitsCounts() {
        SplitPlan plan = plan(
                rule(
                        "renewals-in-africa",
                        new RuleCriteria(null, null, null, "AFRICA", Sale.RENEWAL, null, null),
                        1000),
                rule("africa", new RuleCriteria(null, null, null, "AFRICA", null, null, null), 2000),
                rule("billed-by-partner", new RuleCriteria(null, null, null, null, null, null, Party.PARTNER), 2500),
                rule("rest", ANYTHING, 3000));

        assertEquals("renewals-in-africa", ruleOf(plan, "AFRICA", Sale.RENEWAL));
        assertEquals("africa", ruleOf(plan, "AFRICA", Sale.FIRST));
        assertEquals("rest", ruleOf(plan, "EUROPE", Sale.RENEWAL));
        assertEquals("rest", ruleOf(plan, null, Sale.RENEWAL));
    }

    @Test
    void oneShareForAnyAmountHasNoBandsInItsTrace() {
        assertNull(split(plan(rule("rest", ANYTHING, 3000)), deal("EUR", 10))
                .trace()
                .bands());
    }

    @Property(tries = 20_000)
    void partsSumToTheWholeAndAMarginalShareNeverShrinks(
            @ForAll @LongRange(max = 1_000_000_000_000L) long amount,
            @ForAll @Size(max = 5) List<@LongRange(min = 1, max = 1_000_000_000L) Long> limits,
            @ForAll @Size(value = 6) List<@IntRange(max = 10_000) Integer> shares) {
        List<Band> bands = new ArrayList<>();
        long from = 0;
        int i = 0;
        for (long limit : new TreeSet<>(limits)) {
            bands.add(new Band(from, limit, shares.get(i++)));
            from = limit;
        }
        bands.add(new Band(from, null, shares.get(i)));
        SplitPlan plan = plan(rule(BandMode.MARGINAL, bands));

        LineSplit line = split(plan, deal("EUR", amount));
        LineSplit more = split(plan, deal("EUR", amount + 1));
        assertEquals(amount, line.partnerMinor() + line.vendorMinor());
        assertTrue(more.partnerMinor() >= line.partnerMinor());
    }

    @Property
    void noCapIsEverExceeded(
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 100_000) Long> amounts,
            @ForAll @LongRange(min = 1, max = 500_000) long limit) {
        SplitPlan plan = plan(capped(new Cap(Cap.Scope.PARTNER, Cap.Period.QUARTER, limit)));
        CapUse caps = CapUse.none();
        long given = 0;
        for (long amount : amounts) {
            given += split(plan, deal("EUR", amount), caps).partnerMinor();
        }

        long uncapped = amounts.stream().mapToLong(amount -> (amount + 1) / 2).sum();
        assertEquals(Math.min(limit, uncapped), given);
    }

    private static String ruleOf(SplitPlan plan, String region, Sale sale) {
        WonDeal sold = deal("EUR", 100);
        WonDeal deal = new WonDeal(sold.dealId(), PARTNER, CUSTOMER, sale, sold.currency(), TODAY, sold.lines());
        return Splitter.split(deal, plan, partner(region), Conversions.NONE, CapUse.none())
                .lines()
                .getFirst()
                .trace()
                .rule();
    }

    private static LineSplit split(SplitPlan plan, WonDeal deal) {
        return split(plan, deal, CapUse.none());
    }

    private static LineSplit split(SplitPlan plan, WonDeal deal, CapUse caps) {
        return Splitter.split(deal, plan, partner(null), Conversions.NONE, caps)
                .lines()
                .getFirst();
    }

    private static PartnerOnDate partner(String region) {
        return new PartnerOnDate(new TierOnDate(Tier.GOLD, TierOnDate.Source.HISTORY, TODAY), null, region);
    }

    private static SplitPlan plan(SplitRule... rules) {
        return new SplitPlan(2, "Limits", TODAY, StandardPlan.terms(0), List.of(rules), List.of());
    }

    private static SplitRule rule(BandMode mode, List<Band> bands) {
        return new SplitRule("banded", ANYTHING, mode, bands, 0, List.of());
    }

    private static SplitRule rule(String code, RuleCriteria criteria, int share) {
        return new SplitRule(code, criteria, BandMode.WHOLE, List.of(new Band(0, null, share)), 0, List.of());
    }

    private static SplitRule capped(Cap... caps) {
        return new SplitRule("capped", ANYTHING, BandMode.WHOLE, List.of(new Band(0, null, 5000)), 0, List.of(caps));
    }

    private static WonDeal deal(String currency, long net) {
        return new WonDeal(
                UuidCreator.getTimeOrderedEpoch(),
                PARTNER,
                CUSTOMER,
                Sale.FIRST,
                Currency.getInstance(currency),
                TODAY,
                List.of(new DealLine(
                        UuidCreator.getTimeOrderedEpoch(),
                        IncomePoint.LICENCE,
                        1,
                        net,
                        net,
                        0,
                        Party.VENDOR,
                        Party.VENDOR)));
    }
}
