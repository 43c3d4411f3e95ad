package org.ninetyten.partner.tier;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import org.ninetyten.partner.vocabulary.Region;

/**
 * Points per unit of won revenue.
 *
 * @param revenueUnit how many major currency units earn one rate
 * @param sourced points per unit for deals that the partner sourced
 * @param assisted points per unit for deals that it assisted
 * @param managed points per unit for deals that the vendor brought
 * @param growthFactor what points are multiplied by in growth regions
 * @param growthRegions the growth regions
 */
public record PointRates(
        int revenueUnit, int sourced, int assisted, int managed, int growthFactor, Set<Region> growthRegions) {

    // Enough for every minor unit of ISO 4217 at a unit of 100, so that points are exact and add up.
    private static final int SCALE = 5;

    /** The points of a won deal, exact, whatever the currency's minor unit. No exchange rates: a unit is a unit. */
    public BigDecimal pointsFor(Attribution attribution, long wonMinor, Currency currency, Region region) {
        int rate = switch (attribution) {
            case SOURCED -> sourced;
            case ASSISTED -> assisted;
            case MANAGED -> managed;
        };
        int factor = growthRegions.contains(region) ? growthFactor : 1;
        return BigDecimal.valueOf(wonMinor, Math.max(0, currency.getDefaultFractionDigits()))
                .multiply(BigDecimal.valueOf((long) rate * factor))
                .divide(BigDecimal.valueOf(revenueUnit), SCALE, java.math.RoundingMode.HALF_EVEN);
    }
}
