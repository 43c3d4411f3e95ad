package org.ninetyten.billing;

import static org.ninetyten.billing.plan.IncomePoint.Kind.LICENCE;
import static org.ninetyten.billing.plan.IncomePoint.Kind.SERVICE;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.PlanTerms;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitRule;

/** Plan version 1 for tests without a database. */
public final class StandardPlan {

    private StandardPlan() {}

    public static SplitPlan plan() {
        return withServiceFee(0);
    }

    public static SplitPlan withServiceFee(int basisPoints) {
        return new SplitPlan(
                1,
                "Standard",
                LocalDate.parse("2000-01-01"),
                terms(2),
                List.of(
                        SplitRule.flat("licence-business", LICENCE, Tier.BUSINESS, null, 4000, 0),
                        SplitRule.flat("licence-certified", LICENCE, Tier.CERTIFIED, null, 4500, 0),
                        SplitRule.flat("licence-gold", LICENCE, Tier.GOLD, null, 5000, 0),
                        SplitRule.flat("licence-platinum", LICENCE, Tier.PLATINUM, null, 5000, 0),
                        SplitRule.flat("service-by-partner", SERVICE, null, Party.PARTNER, 10000, basisPoints),
                        SplitRule.flat("service-by-vendor", SERVICE, null, Party.VENDOR, 0, 0)),
                List.of(IncomePoint.IMPLEMENTATION, IncomePoint.DATA_MIGRATION, IncomePoint.TRAINING));
    }

    public static PlanTerms terms(int suggestionLimit) {
        return new PlanTerms(Currency.getInstance("EUR"), 1000, suggestionLimit, 30, 12, 5000, 14, 20000, 10, 12);
    }

    /** A plan whose licence share is any number of basis points. */
    public static SplitPlan withLicenceShare(int basisPoints) {
        return new SplitPlan(
                1,
                "Any",
                LocalDate.parse("2000-01-01"),
                terms(2),
                List.of(
                        SplitRule.flat("licence", LICENCE, null, null, basisPoints, 0),
                        SplitRule.flat("service-by-partner", SERVICE, null, Party.PARTNER, 10000, 0),
                        SplitRule.flat("service-by-vendor", SERVICE, null, Party.VENDOR, 0, 0)),
                List.of());
    }
}
