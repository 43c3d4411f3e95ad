package org.ninetyten.billing.split;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.BandMode;
import org.ninetyten.billing.plan.Cap;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.rate.ExchangeRate;

/**
 * How a line was split, so that anybody can do the sum again.
 *
 * @param rule the code of the plan's rule
 * @param tierFrom the day from which the tier was valid, when a tier change said so
 * @param region the partner's region on the invoice date, when it was known
 * @param baseMinor what the rate is applied to: the line without tax
 * @param rateBasisPoints the partner's share, after the platform fee; of bands what they come to, rounded down
 * @param bands the bands that the line lies in, when the rule has several
 * @param caps the limits of the rule, when it has any
 * @param exchange how the line's currency was compared with limits in the plan's, when they differ
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
        @Nullable String region,
        @Nullable Sale sale,
        long baseMinor,
        int rateBasisPoints,
        int platformFeeBasisPoints,
        @Nullable Bands bands,
        @Nullable List<CapTrace> caps,
        @Nullable Exchange exchange,
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

    /** The bands that the line lies in. */
    public record Bands(BandMode mode, List<BandPart> parts) {

        public Bands {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What of the line lies in a band, in the line's currency.
     *
     * @param basisPoints the partner's share of it, after the platform fee
     */
    public record BandPart(long fromMinor, @Nullable Long toMinor, long amountMinor, int basisPoints) {}

    /**
     * A limit that the line was held against.
     *
     * @param from the first day of the limit's period
     * @param currency the plan's, of the limit and of what was used of it before
     * @param cutMinor what the partner didn't get for it, in the line's currency
     */
    public record CapTrace(
            Cap.Scope scope,
            Cap.Period period,
            LocalDate from,
            String currency,
            long limitMinor,
            long usedBeforeMinor,
            long cutMinor) {}

    /** The rates by which the line was compared with limits in the plan's currency. */
    public record Exchange(String from, String to, List<ExchangeRate> rates) {

        public Exchange {
            rates = List.copyOf(rates);
        }
    }

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
        LESS_THAN_ONE_UNIT,
        CAP_IS_USED_UP
    }
}
