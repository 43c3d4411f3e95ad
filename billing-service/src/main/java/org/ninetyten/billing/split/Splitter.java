package org.ninetyten.billing.split;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.SaleLine;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;
import org.ninetyten.billing.rate.Conversion;
import org.ninetyten.billing.rate.Conversions;
import org.ninetyten.billing.rate.Conversions.Wanted;

/**
 * Splits a won deal. The same deal, plan, partner, rates and use of caps always give the same parts; it reads nothing else,
 * and of what it is given changes only the use of caps.
 */
final class Splitter {

    static final String METHOD = "largest remainder, ties to the partner";

    private static final BigInteger WHOLE = BigInteger.valueOf(SplitRule.WHOLE);

    private final WonDeal deal;
    private final SplitPlan plan;
    private final PartnerOnDate partner;
    private final Conversions conversions;
    private final CapUse caps;

    private Splitter(WonDeal deal, SplitPlan plan, PartnerOnDate partner, Conversions conversions, CapUse caps) {
        this.deal = deal;
        this.plan = plan;
        this.partner = partner;
        this.conversions = conversions;
        this.caps = caps;
    }

    /**
     * Splits each line by the rule that the plan has for it.
     *
     * @throws IllegalArgumentException when a limit is in another currency and there is no rate for it
     */
    static DealSplit split(WonDeal deal, SplitPlan plan, PartnerOnDate partner, Conversions conversions, CapUse caps) {
        Splitter splitter = new Splitter(deal, plan, partner, conversions, caps);
        return new DealSplit(
                deal,
                plan.version(),
                partner,
                deal.lines().stream().map(splitter::split).toList(),
                NinetyTen.check(deal.licenceMinor(), deal.totalMinor(), deal.sold(), plan));
    }

    /** The rule for a line of a deal. */
    static SplitRule ruleFor(DealLine line, WonDeal deal, SplitPlan plan, PartnerOnDate partner) {
        return plan.ruleFor(new SaleLine(
                line.incomePoint(),
                partner.tier().tier(),
                partner.region(),
                deal.sale(),
                line.performer(),
                line.billedBy()));
    }

    /** The conversion by which a deal is compared with limits of a plan. */
    static Wanted wanted(WonDeal deal, SplitPlan plan) {
        return new Wanted(
                deal.currency(),
                plan.terms().currency(),
                deal.invoiceDate(),
                plan.terms().rateMaxAgeDays());
    }

    private LineSplit split(DealLine line) {
        SplitRule rule = ruleFor(line, deal, plan, partner);
        int fee = rule.fee(line.billedBy());
        @Nullable Conversion conversion = rule.hasLimits() ? conversions.require(wanted(deal, plan)) : null;
        BigInteger size = BigInteger.valueOf(line.netMinor()).abs();
        BandShare share =
                BandShare.of(rule, size, limit -> conversion == null ? limit : conversion.convertBack(limit), fee);
        Apportionment exact = Apportionment.exact(
                line.netMinor(), List.of(share.numerator(), size.multiply(WHOLE).subtract(share.numerator())), WHOLE);
        long uncapped = exact.parts().getFirst();
        List<LineTrace.CapTrace> held = new ArrayList<>();
        long part = conversion == null ? uncapped : capped(uncapped, line, rule, conversion, held);
        LineTrace trace = new LineTrace(
                new LineTrace.Inputs(
                        line.incomePoint(),
                        line.quantity(),
                        line.unitPriceMinor(),
                        line.netMinor(),
                        line.taxMinor(),
                        line.performer(),
                        line.billedBy(),
                        deal.currency().getCurrencyCode(),
                        deal.currency().getDefaultFractionDigits()),
                rule.code(),
                plan.version(),
                deal.invoiceDate(),
                partner.tier().tier(),
                partner.tier().source(),
                partner.tier().effectiveFrom(),
                partner.region(),
                deal.sale(),
                line.netMinor(),
                rate(rule, share, size, fee),
                fee,
                rule.hasOneShare() ? null : new LineTrace.Bands(rule.mode(), share.parts()),
                held.isEmpty() ? null : List.copyOf(held),
                conversion == null || conversion.rates().isEmpty()
                        ? null
                        : new LineTrace.Exchange(
                                conversion.from().getCurrencyCode(),
                                conversion.to().getCurrencyCode(),
                                conversion.rates()),
                rounding(exact),
                part == 0 ? whyNothing(line, share, rule, uncapped) : null);
        return new LineSplit(line, part, Math.subtractExact(line.netMinor(), part), trace);
    }

    /** What the caps of the rule leave of the partner's part; the rest is the vendor's. */
    private long capped(
            long uncapped, DealLine line, SplitRule rule, Conversion conversion, List<LineTrace.CapTrace> held) {
        long part = uncapped;
        List<Long> left = new ArrayList<>();
        for (Cap cap : rule.caps()) {
            CapUse.Key key = CapUse.Key.of(rule.code(), cap, deal);
            long usedBefore = caps.used(key);
            long free = Math.max(0, cap.limitMinor() - usedBefore);
            long most =
                    conversion.convert(uncapped) > free ? Math.min(uncapped, conversion.convertBack(free)) : uncapped;
            left.add(free);
            part = Math.min(part, most);
            held.add(new LineTrace.CapTrace(
                    cap.scope(),
                    cap.period(),
                    key.start(),
                    conversion.to().getCurrencyCode(),
                    cap.limitMinor(),
                    usedBefore,
                    uncapped - most));
        }
        for (int i = 0; i < rule.caps().size(); i++) {
            long taken = Math.min(left.get(i), conversion.convert(part));
            if (taken > 0) {
                caps.take(CapUse.Key.of(rule.code(), rule.caps().get(i), deal), deal.dealId(), line.lineId(), taken);
            }
        }
        return part;
    }

    private static int rate(SplitRule rule, BandShare share, BigInteger size, int fee) {
        if (rule.hasOneShare() || size.signum() == 0) {
            return rule.bands().getFirst().partnerBasisPoints() - fee;
        }
        return share.numerator().divide(size).intValueExact();
    }

    private static LineTrace.Rounding rounding(Apportionment shares) {
        long partner = shares.remainders().getFirst();
        long vendor = shares.remainders().getLast();
        Party unitTo = partner == 0 ? null : partner >= vendor ? Party.PARTNER : Party.VENDOR;
        return new LineTrace.Rounding(METHOD, partner, vendor, unitTo);
    }

    private static LineTrace.ZeroReason whyNothing(DealLine line, BandShare share, SplitRule rule, long uncapped) {
        if (line.netMinor() == 0) {
            return LineTrace.ZeroReason.LINE_IS_ZERO;
        }
        if (uncapped != 0) {
            return LineTrace.ZeroReason.CAP_IS_USED_UP;
        }
        if (share.numerator().signum() == 0) {
            return rule.criteria().performer() == Party.VENDOR
                    ? LineTrace.ZeroReason.PERFORMED_BY_VENDOR
                    : LineTrace.ZeroReason.RATE_IS_ZERO;
        }
        return LineTrace.ZeroReason.LESS_THAN_ONE_UNIT;
    }
}
