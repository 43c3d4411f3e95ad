package org.ninetyten.partner.tier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation measures.
 *
 * @param points points earned by won revenue
 * @param certifiedPeople employed people with at least one live credential
 * @param retentionPercent share of customers who came back; null while there is no customer old enough to tell
 */
public record TierInputs(
        BigDecimal points, int certifiedPeople, @Nullable Integer retentionPercent) {}
