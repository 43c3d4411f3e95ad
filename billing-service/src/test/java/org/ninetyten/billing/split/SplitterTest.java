package org.ninetyten.billing.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;

class SplitterTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Test
    void ofALicenceOf1000AndServicesOf9000ABusinessPartnerGets9400() {
        DealSplit split = split(Tier.BUSINESS, licence(100_000), service(900_000, Party.PARTNER, Party.PARTNER));

        assertEquals(940_000, split.partnerMinor());
        assertEquals(60_000, split.vendorMinor());
        assertTrue(split.ninetyTen().passes());
    }

    @Test
    void theLicenceShareGrowsWithTheTier() {
        assertEquals(40_000, split(Tier.BUSINESS, licence(100_000)).partnerMinor());
        assertEquals(45_000, split(Tier.CERTIFIED, licence(100_000)).partnerMinor());
        assertEquals(50_000, split(Tier.GOLD, licence(100_000)).partnerMinor());
        assertEquals(50_000, split(Tier.PLATINUM, licence(100_000)).partnerMinor());
    }

    @Test
    void workOfTheVendorEarnsThePartnerNothingAndTheLineSaysWhy() {
        LineSplit line = split(Tier.GOLD, service(50_000, Party.VENDOR, Party.VENDOR))
                .lines()
                .getFirst();

        assertEquals(0, line.partnerMinor());
        assertEquals(50_000, line.vendorMinor());
        assertEquals(LineTrace.ZeroReason.PERFORMED_BY_VENDOR, line.trace().reason());
    }

    @Test
    void aLineOfNothingIsKeptWithItsReason() {
        LineSplit line = split(Tier.GOLD, licence(0)).lines().getFirst();

        assertEquals(LineTrace.ZeroReason.LINE_IS_ZERO, line.trace().reason());
    }

    @Test
    void aShareOfLessThanOneUnitIsKeptWithItsReason() {
        LineSplit line = split(Tier.BUSINESS, licence(1)).lines().getFirst();

        assertEquals(0, line.partnerMinor());
        assertEquals(LineTrace.ZeroReason.LESS_THAN_ONE_UNIT, line.trace().reason());
        assertEquals(Party.VENDOR, line.trace().rounding().unitTo());
    }

    @Test
    void theUnitLeftOverByEqualRemaindersGoesToThePartner() {
        LineSplit line = split(Tier.GOLD, licence(101)).lines().getFirst();

        assertEquals(51, line.partnerMinor());
        assertEquals(50, line.vendorMinor());
        assertEquals(
                new LineTrace.Rounding("largest remainder, ties to the partner", 5000, 5000, Party.PARTNER),
                line.trace().rounding());
    }

    @Test
    void thePlatformFeeIsTakenOnlyWhenTheVendorCollects() {
        SplitPlan plan = StandardPlan.withServiceFee(700);

        DealSplit collectedByVendor =
                PlainSplit.of(deal("EUR", service(10_000, Party.PARTNER, Party.VENDOR)), plan, tier(Tier.GOLD));
        DealSplit collectedByPartner =
                PlainSplit.of(deal("EUR", service(10_000, Party.PARTNER, Party.PARTNER)), plan, tier(Tier.GOLD));

        assertEquals(9_300, collectedByVendor.partnerMinor());
        assertEquals(700, collectedByVendor.lines().getFirst().trace().platformFeeBasisPoints());
        assertEquals(10_000, collectedByPartner.partnerMinor());
    }

    @Test
    void theTraceHoldsAllThatTheSumWasMadeFrom() {
        DealLine line = licence(99_999);
        LineTrace trace = PlainSplit.of(
                        deal("JPY", line),
                        StandardPlan.plan(),
                        new TierOnDate(Tier.CERTIFIED, TierOnDate.Source.HISTORY, LocalDate.parse("2026-10-01")))
                .lines()
                .getFirst()
                .trace();

        assertEquals("licence-certified", trace.rule());
        assertEquals(1, trace.planVersion());
        assertEquals(TODAY, trace.invoiceDate());
        assertEquals(Tier.CERTIFIED, trace.tier());
        assertEquals(LocalDate.parse("2026-10-01"), trace.tierFrom());
        assertEquals(99_999, trace.baseMinor());
        assertEquals(4500, trace.rateBasisPoints());
        assertEquals(5500, trace.rounding().partnerRemainder());
        assertEquals(4500, trace.rounding().vendorRemainder());
        assertEquals(
                new LineTrace.Inputs(IncomePoint.LICENCE, 1, 99_999, 99_999, 0, Party.VENDOR, Party.VENDOR, "JPY", 0),
                trace.inputs());
        assertNull(trace.reason());
    }

    @Test
    void aPlanWithoutARuleForALineSplitsNothing() {
        SplitPlan broken = new SplitPlan(2, "Broken", TODAY, StandardPlan.terms(0), List.of(), List.of());

        assertThrows(
                IllegalStateException.class, () -> PlainSplit.of(deal("EUR", licence(1)), broken, tier(Tier.GOLD)));
    }

    @Test
    void aDealWhoseOwnFiguresDisagreeWithItsLinesIsRefused() {
        WonDeal deal = deal("EUR", licence(100), service(900, Party.PARTNER, Party.VENDOR));

        deal.mustSumTo(100, 1000);
        assertThrows(IllegalArgumentException.class, () -> deal.mustSumTo(100, 1001));
        assertThrows(IllegalArgumentException.class, () -> deal.mustSumTo(99, 1000));
    }

    @Test
    void goldCannotBeACurrencyOfADeal() {
        assertThrows(IllegalArgumentException.class, () -> deal("XAU", licence(1)));
    }

    @Test
    void theVendorOwesThePartnerOutOfWhatTheVendorBills() {
        assertEquals(
                "[vendor-revenue:EUR -60, customer-receivable:EUR 100, partner-payable:EUR:P -40]",
                booked(split(Tier.BUSINESS, licence(100))));
    }

    @Test
    void thePartnerOwesTheVendorOutOfWhatThePartnerBills() {
        DealLine line = new DealLine(id(), IncomePoint.LICENCE, 1, 100, 100, 0, Party.VENDOR, Party.PARTNER);

        assertEquals(
                "[vendor-revenue:EUR -60, partner-receivable:EUR:P 60, partner-collected:EUR 40, partner-earned:EUR:P -40]",
                booked(split(Tier.BUSINESS, line)));
    }

    @Property(tries = 100_000)
    void partsSumToTheWholeForAnyAmountShareAndExponent(
            @ForAll long amount, @ForAll @IntRange(max = 10_000) int share, @ForAll("currencies") String currency) {
        LineSplit line = PlainSplit.of(
                        deal(currency, licence(amount)), StandardPlan.withLicenceShare(share), tier(Tier.BUSINESS))
                .lines()
                .getFirst();

        assertEquals(amount, Math.addExact(line.partnerMinor(), line.vendorMinor()));
    }

    @Property
    void noPartIsAwayFromItsExactShareByAUnitOrMore(
            @ForAll long whole, @ForAll @Size(min = 1, max = 6) List<@LongRange(max = 10_000) Long> weights) {
        if (weights.stream().allMatch(weight -> weight == 0)) {
            return;
        }
        Apportionment shares = Apportionment.of(whole, weights);
        var sum = shares.parts().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertEquals(BigInteger.valueOf(whole), sum);
        var divisor =
                BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        for (int i = 0; i < weights.size(); i++) {
            var error = BigInteger.valueOf(shares.parts().get(i))
                    .multiply(divisor)
                    .subtract(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weights.get(i))))
                    .abs();
            assertTrue(error.compareTo(divisor) < 0);
        }
    }

    @Property
    void whatIsTakenBackIsWhatWasGiven(
            @ForAll @IntRange(min = 1) int amount, @ForAll @IntRange(max = 10_000) int share) {
        Apportionment given = Apportionment.of(amount, List.of((long) share, (long) SplitRule.WHOLE - share));
        Apportionment taken = Apportionment.of(-(long) amount, List.of((long) share, (long) SplitRule.WHOLE - share));

        assertEquals(given.parts(), taken.parts().stream().map(part -> -part).toList());
    }

    @Property
    void everyDealIsBookedInBalanceAndWhole(@ForAll("deals") WonDeal deal, @ForAll Tier tier) {
        DealSplit split = PlainSplit.of(deal, StandardPlan.withServiceFee(333), tier(tier));
        JournalEntry entry = entry(SplitBooking.postings(DealPosition.whole(split)));

        assertEquals(
                0, entry.postings().stream().mapToLong(Posting::amountMinor).sum());
        assertEquals(deal.totalMinor(), split.partnerMinor() + split.vendorMinor());
        // Without refunds all debits are what customers pay, so the ledger shows the deal whole.
        assertEquals(
                deal.totalMinor(),
                entry.postings().stream()
                        .mapToLong(Posting::amountMinor)
                        .filter(amount -> amount > 0)
                        .sum());
    }

    @Property
    void aCorrectionBooksTheDifferenceOfTwoTiers(
            @ForAll("deals") WonDeal deal, @ForAll Tier before, @ForAll Tier after) {
        DealSplit from = PlainSplit.of(deal, StandardPlan.plan(), tier(before));
        DealSplit to = PlainSplit.of(deal, StandardPlan.plan(), tier(after));
        List<Posting> corrected = new ArrayList<>(SplitBooking.postings(DealPosition.whole(from)));
        corrected.addAll(SplitBooking.difference(DealPosition.whole(from), DealPosition.whole(to)));

        assertEquals(
                entry(SplitBooking.postings(DealPosition.whole(to))).postings().stream()
                        .collect(Collectors.toSet()),
                entry(corrected).postings().stream().collect(Collectors.toSet()));
        if (before == after) {
            assertTrue(entry(SplitBooking.difference(DealPosition.whole(from), DealPosition.whole(to)))
                    .isEmpty());
        }
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("JPY", "EUR", "KWD");
    }

    @Provide
    Arbitrary<WonDeal> deals() {
        Arbitrary<DealLine> lines = Combinators.combine(
                        Arbitraries.of(IncomePoint.class),
                        Arbitraries.longs().between(0, 10_000_000_000_000L),
                        Arbitraries.of(Party.class),
                        Arbitraries.of(Party.class))
                .as((point, amount, performer, billedBy) ->
                        new DealLine(id(), point, 1, amount, amount, 0, performer, billedBy));
        return Combinators.combine(lines.list().ofMaxSize(8), currencies())
                .as((list, currency) -> deal(currency, list.toArray(DealLine[]::new)));
    }

    private static DealSplit split(Tier tier, DealLine... lines) {
        return PlainSplit.of(deal("EUR", lines), StandardPlan.plan(), tier(tier));
    }

    private static TierOnDate tier(Tier tier) {
        return new TierOnDate(tier, TierOnDate.Source.HISTORY, TODAY);
    }

    private static WonDeal deal(String currency, DealLine... lines) {
        return new WonDeal(id(), id(), null, Sale.FIRST, Currency.getInstance(currency), TODAY, Arrays.asList(lines));
    }

    private static DealLine licence(long net) {
        return new DealLine(id(), IncomePoint.LICENCE, 1, net, net, 0, Party.VENDOR, Party.VENDOR);
    }

    private static DealLine service(long net, Party performer, Party billedBy) {
        return new DealLine(id(), IncomePoint.IMPLEMENTATION, 1, net, net, 0, performer, billedBy);
    }

    private static JournalEntry entry(List<Posting> postings) {
        return new JournalEntry(id(), JournalEntry.Kind.DEAL_SPLIT, id(), 1, TODAY, "Test", postings);
    }

    private static String booked(DealSplit split) {
        return entry(SplitBooking.postings(DealPosition.whole(split))).postings().stream()
                .map(posting -> posting.account()
                                .code()
                                .replace(split.deal().partnerId().toString(), "P")
                        + " " + posting.amountMinor())
                .toList()
                .toString();
    }

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
