package org.ninetyten.billing.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.StandardPlan;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;

class DealPositionTest {

    private static final LocalDate SOLD_ON = LocalDate.parse("2026-03-31");
    private static final UUID PARTNER = UuidCreator.getTimeOrderedEpoch();
    private static final UUID LICENCE = UuidCreator.getTimeOrderedEpoch();
    private static final UUID SERVICE = UuidCreator.getTimeOrderedEpoch();

    @Test
    void halfOfALicenceGivenBackTakesHalfOfEachPart() {
        LinePosition left = licence(1000, Party.VENDOR).with(refund(500), false).line(LICENCE);

        assertEquals(200, left.partnerMinor());
        assertEquals(300, left.vendorMinor());
        assertEquals(200, left.owedToPartnerMinor());
    }

    @Test
    void thePartnerThatBilledOwesLessOfWhatItGaveBack() {
        LinePosition left =
                licence(1000, Party.PARTNER).with(refund(500), false).line(LICENCE);

        assertEquals(-300, left.owedToPartnerMinor());
    }

    @Test
    void afterTheWindowWhoeverBilledBearsItAlone() {
        LinePosition byVendor =
                licence(1000, Party.VENDOR).with(refund(500), true).line(LICENCE);
        LinePosition byPartner =
                licence(1000, Party.PARTNER).with(refund(500), true).line(LICENCE);

        assertEquals(400, byVendor.partnerMinor());
        assertEquals(100, byVendor.vendorMinor());
        assertEquals(-100, byPartner.partnerMinor());
        assertEquals(-600, byPartner.owedToPartnerMinor());
    }

    @Test
    void moreThanWasPaidCannotBeGivenBack() {
        DealPosition deal = licence(1000, Party.VENDOR).with(refund(600), false);

        assertThrows(IllegalArgumentException.class, () -> deal.with(refund(401), false));
        assertThrows(IllegalArgumentException.class, () -> deal.with(refund(401), true));
        deal.with(refund(400), true);
    }

    @Test
    void aRefundFitsItsDealOrIsRefused() {
        DealPosition deal = licence(1000, Party.VENDOR);

        assertThrows(
                IllegalArgumentException.class,
                () -> deal.with(refund(UuidCreator.getTimeOrderedEpoch(), "EUR", LICENCE, 1), false));
        assertThrows(IllegalArgumentException.class, () -> deal.with(refund(PARTNER, "USD", LICENCE, 1), false));
        assertThrows(IllegalArgumentException.class, () -> deal.with(refund(PARTNER, "EUR", SERVICE, 1), false));
    }

    @Test
    void aVoidLineLeavesThePartnerNothingAndTheVendorTheRest() {
        LinePosition left = licence(1000, Party.VENDOR)
                .with(refund(500), false)
                .withVoid(LICENCE)
                .line(LICENCE);

        assertEquals(0, left.partnerMinor());
        assertEquals(500, left.vendorMinor());
    }

    @Property(tries = 100_000)
    void givingBackTheWholeInAnyPartsLeavesEveryBalanceAsBeforeTheSale(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long amount,
            @ForAll @IntRange(max = 10_000) int share,
            @ForAll Party billedBy,
            @ForAll("currencies") String currency,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll long seed) {
        DealPosition deal = DealPosition.whole(PlainSplit.of(
                deal(currency, line(LICENCE, IncomePoint.LICENCE, amount, billedBy)),
                StandardPlan.withLicenceShare(share),
                tier(Tier.BUSINESS)));
        Map<Account, Long> balances = new HashMap<>();
        book(balances, SplitBooking.postings(deal));
        for (long part : cut(amount, parts, new Random(seed))) {
            DealPosition after = deal.with(refund(PARTNER, currency, LICENCE, part), false);
            LinePosition was = deal.line(LICENCE);
            LinePosition is = after.line(LICENCE);
            assertTrue(
                    is.partnerMinor() <= was.partnerMinor() && is.vendorMinor() <= was.vendorMinor(),
                    "a refund gives neither side more");
            book(balances, SplitBooking.difference(deal, after));
            deal = after;
        }

        balances.forEach((account, balance) -> assertEquals(0, balance, account.code()));
    }

    @Property(tries = 100_000)
    void theLedgerIsTheSameInWhateverOrderThingsBecomeKnown(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long licence,
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long service,
            @ForAll Tier first,
            @ForAll Tier last,
            @ForAll Party billedBy,
            @ForAll long seed) {
        Random random = new Random(seed);
        DealSplit sold = split(
                first,
                line(LICENCE, IncomePoint.LICENCE, licence, billedBy),
                line(SERVICE, IncomePoint.IMPLEMENTATION, service, Party.VENDOR));
        DealSplit corrected = PlainSplit.of(sold.deal(), StandardPlan.plan(), tier(last));
        List<UnaryOperator<DealPosition>> events = new ArrayList<>();
        for (long part : cut(licence, 3, random)) {
            boolean late = random.nextBoolean();
            if (random.nextInt(4) > 0) {
                events.add(deal -> deal.with(refund(PARTNER, "EUR", LICENCE, part), late));
            }
        }
        for (long part : cut(service, 2, random)) {
            events.add(deal -> deal.with(refund(PARTNER, "EUR", SERVICE, part), false));
        }
        events.add(deal -> deal.under(corrected));

        Map<Account, Long> one = booked(sold, events);
        Collections.shuffle(events, random);
        Map<Account, Long> other = booked(sold, events);

        assertEquals(one, other);
    }

    private static Map<Account, Long> booked(DealSplit sold, List<UnaryOperator<DealPosition>> events) {
        Map<Account, Long> balances = new HashMap<>();
        DealPosition deal = DealPosition.whole(sold);
        book(balances, SplitBooking.postings(deal));
        for (UnaryOperator<DealPosition> event : events) {
            DealPosition after = event.apply(deal);
            book(balances, SplitBooking.difference(deal, after));
            deal = after;
        }
        return balances;
    }

    private static void book(Map<Account, Long> balances, List<Posting> postings) {
        postings.forEach(posting -> balances.merge(posting.account(), posting.amountMinor(), Math::addExact));
        assertEquals(0, postings.stream().mapToLong(Posting::amountMinor).sum());
    }

    /** Positive parts that sum to the whole; fewer where there is not enough to go round. */
    private static List<Long> cut(long whole, int parts, Random random) {
        List<Long> cut = new ArrayList<>();
        long left = whole;
        for (int i = 1; i < parts && left > 1; i++) {
            long part = 1 + random.nextLong(left - 1);
            cut.add(part);
            left -= part;
        }
        cut.add(left);
        return cut;
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("JPY", "EUR", "KWD");
    }

    private static DealPosition licence(long net, Party billedBy) {
        return DealPosition.whole(split(Tier.BUSINESS, line(LICENCE, IncomePoint.LICENCE, net, billedBy)));
    }

    private static DealSplit split(Tier tier, DealLine... lines) {
        return PlainSplit.of(deal("EUR", lines), StandardPlan.plan(), tier(tier));
    }

    private static TierOnDate tier(Tier tier) {
        return new TierOnDate(tier, TierOnDate.Source.HISTORY, SOLD_ON);
    }

    private static WonDeal deal(String currency, DealLine... lines) {
        return new WonDeal(
                UuidCreator.getTimeOrderedEpoch(),
                PARTNER,
                null,
                Sale.FIRST,
                Currency.getInstance(currency),
                SOLD_ON,
                List.of(lines));
    }

    private static DealLine line(UUID id, IncomePoint point, long net, Party billedBy) {
        return new DealLine(id, point, 1, net, net, 0, Party.PARTNER, billedBy);
    }

    private static Refund refund(long net) {
        return refund(PARTNER, "EUR", LICENCE, net);
    }

    private static Refund refund(UUID partner, String currency, UUID line, long net) {
        return new Refund(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                partner,
                Currency.getInstance(currency),
                SOLD_ON.plusDays(10),
                "GOODWILL",
                List.of(new Refund.Line(line, net, 0)));
    }
}
