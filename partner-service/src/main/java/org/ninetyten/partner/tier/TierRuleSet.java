package org.ninetyten.partner.tier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One version of the tier rules.
 *
 * @param version its number, quoted by every evaluation
 * @param validFrom the first day on which it decides
 * @param noAxisAtZero whether every measured axis of a tier above the lowest must be above zero
 * @param retentionWindowDays how long a customer may be silent and still count as retained
 * @param rates points for won revenue
 * @param thresholds one per tier, lowest first
 */
public record TierRuleSet(
        int version,
        LocalDate validFrom,
        boolean noAxisAtZero,
        int retentionWindowDays,
        PointRates rates,
        List<TierThreshold> thresholds) {

    public TierRuleSet {
        thresholds = thresholds.stream()
                .sorted(Comparator.comparing(TierThreshold::tier))
                .toList();
        if (thresholds.stream().map(TierThreshold::tier).distinct().count() != Tier.values().length
                || thresholds.size() != Tier.values().length) {
            throw new IllegalArgumentException("A rule set has one threshold for each tier");
        }
    }
}
