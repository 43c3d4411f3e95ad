package org.ninetyten.billing.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;

/** What a rule asks of a line; it doesn't ask for what is absent. */
public record RuleCriteria(
        IncomePoint.@Nullable Kind kind,
        @Nullable IncomePoint incomePoint,
        @Nullable Tier tier,
        @Nullable String region,
        @Nullable Sale sale,
        @Nullable Party performer,
        @Nullable Party billedBy) {

    /** Whether the line is what is asked for. */
    public boolean fit(SaleLine line) {
        return fits(kind, line.incomePoint().kind())
                && fits(incomePoint, line.incomePoint())
                && fits(tier, line.tier())
                && (region == null || region.equals(line.region()))
                && fits(sale, line.sale())
                && fits(performer, line.performer())
                && fits(billedBy, line.billedBy());
    }

    private static <T extends Enum<T>> boolean fits(@Nullable T asked, T given) {
        return asked == null || Objects.equals(asked, given);
    }
}
