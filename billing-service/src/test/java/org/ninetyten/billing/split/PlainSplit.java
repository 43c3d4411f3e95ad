package org.ninetyten.billing.split;

import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.rate.Conversions;

/** Splits under a plan without limits, of a partner that is nowhere. */
final class PlainSplit {

    private PlainSplit() {}

    static DealSplit of(WonDeal deal, SplitPlan plan, TierOnDate tier) {
        return Splitter.split(deal, plan, new PartnerOnDate(tier, null, null), Conversions.NONE, CapUse.none());
    }
}
