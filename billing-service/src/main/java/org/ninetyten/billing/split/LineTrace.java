package org.ninetyten.billing.split;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;

/**
 * How a line was split, so that anybody can do the sum again.
 *
 * @param rule the code of the plan's rule
 * @param tierFrom the day from which the tier was valid, when a tier change said so
 * @param baseMinor what the rate is applied to: the line without tax
 * @param rateBasisPoints the partner's share, after the platform fee
 * @param reason why the partner gets nothing, when it gets nothing
 */
public record LineTrace(
        Inputs inputs,
        String rule,
        int planVersion,
        LocalDate invoiceDate,
        Tier tier,
        TierOnDate.Source tierSource,
        @Nullable LocalDate tierFrom,
        long baseMinor,
        int rateBasisPoints,
        int platformFeeBasisPoints,
        Rounding rounding,
        @Nullable ZeroReason reason) {

    /** What the deal said of the line. */
    public record Inputs(
            IncomePoint incomePoint,
            int quantity,
            long unitPriceMinor,
            long netMinor,
            long taxMinor,
            Party performer,
            Party billedBy,
            String currency,
            int exponent) {}

    /**
     * What rounding down cut off the two parts, in ten-thousandths of a minor unit, and who got the unit left over.
     *
     * @param unitTo absent when nothing was left over
     */
    public record Rounding(
            String method,
            long partnerRemainder,
            long vendorRemainder,
            @Nullable Party unitTo) {}

    /** Why a partner gets nothing from a line. */
    public enum ZeroReason {
        LINE_IS_ZERO,
        PERFORMED_BY_VENDOR,
        RATE_IS_ZERO,
        LESS_THAN_ONE_UNIT
    }
}
