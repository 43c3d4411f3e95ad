package org.ninetyten.leadrouting.routing;

import java.util.Map;
import java.util.Set;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Tier;

/**
 * The figures of one version of the routing policy.
 *
 * @param shortlist how many of the nearest partners take turns
 * @param creditClamp credit stays between minus and plus this, so that a partner back from a pause is not flooded
 * @param offersBeforeDesk after so many offers the sales desk takes over
 * @param needsWithCredential needs for which the partner must hold a live credential besides listing the service
 */
public record RoutingPolicy(
        int version,
        int shortlist,
        long creditClamp,
        int offersBeforeDesk,
        Map<Tier, Integer> tierWeights,
        Map<LeadSource, Integer> minutesToAnswer,
        BusinessHours businessHours,
        Set<IncomePoint> needsWithCredential) {

    public RoutingPolicy {
        tierWeights = Map.copyOf(tierWeights);
        minutesToAnswer = Map.copyOf(minutesToAnswer);
        needsWithCredential = Set.copyOf(needsWithCredential);
        for (Tier tier : Tier.values()) {
            if (tierWeights.getOrDefault(tier, 0) < 1) {
                throw new IllegalArgumentException("The policy has no weight for tier " + tier + ".");
            }
        }
        for (LeadSource source : LeadSource.values()) {
            if (minutesToAnswer.getOrDefault(source, 0) < 1) {
                throw new IllegalArgumentException("The policy has no time to answer for source " + source + ".");
            }
        }
        if (shortlist < 1 || creditClamp < Credit.LEAD || offersBeforeDesk < 1) {
            throw new IllegalArgumentException("The policy leaves nobody to choose from.");
        }
    }

    public int weight(Tier tier) {
        return tierWeights.getOrDefault(tier, 1);
    }

    public int minutesToAnswer(LeadSource source) {
        return minutesToAnswer.getOrDefault(source, 1);
    }
}
