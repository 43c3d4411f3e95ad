package org.ninetyten.billing.split;

import java.util.List;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;

/** Splits a won deal. A pure function: the same deal, plan and tier always give the same parts. */
public final class Splitter {

    static final String METHOD = "largest remainder, ties to the partner";

    private Splitter() {}

    /** Splits each line by the rule that the plan has for it. */
    public static DealSplit split(WonDeal deal, SplitPlan plan, TierOnDate tier) {
        return new DealSplit(
                deal,
                plan.version(),
                tier,
                deal.lines().stream().map(line -> split(line, deal, plan, tier)).toList(),
                NinetyTen.check(deal.licenceMinor(), deal.totalMinor(), deal.sold(), plan));
    }

    private static LineSplit split(DealLine line, WonDeal deal, SplitPlan plan, TierOnDate tier) {
        SplitRule rule = plan.ruleFor(line.incomePoint(), line.performer(), tier.tier());
        int rate = rule.rate(line.billedBy());
        Apportionment shares = Apportionment.of(line.netMinor(), List.of((long) rate, (long) SplitRule.WHOLE - rate));
        long partner = shares.parts().getFirst();
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
                tier.tier(),
                tier.source(),
                tier.effectiveFrom(),
                line.netMinor(),
                rate,
                line.billedBy() == Party.VENDOR ? rule.platformFeeBasisPoints() : 0,
                rounding(shares),
                partner == 0 ? whyNothing(line, rate, rule) : null);
        return new LineSplit(line, partner, shares.parts().getLast(), trace);
    }

    private static LineTrace.Rounding rounding(Apportionment shares) {
        long partner = shares.remainders().getFirst();
        long vendor = shares.remainders().getLast();
        Party unitTo = partner == 0 ? null : partner >= vendor ? Party.PARTNER : Party.VENDOR;
        return new LineTrace.Rounding(METHOD, partner, vendor, unitTo);
    }

    private static LineTrace.ZeroReason whyNothing(DealLine line, int rate, SplitRule rule) {
        if (line.netMinor() == 0) {
            return LineTrace.ZeroReason.LINE_IS_ZERO;
        }
        if (rate == 0) {
            return rule.performer() == Party.VENDOR
                    ? LineTrace.ZeroReason.PERFORMED_BY_VENDOR
                    : LineTrace.ZeroReason.RATE_IS_ZERO;
        }
        return LineTrace.ZeroReason.LESS_THAN_ONE_UNIT;
    }
}
