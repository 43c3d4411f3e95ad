package org.ninetyten.partner.tier;

import org.jspecify.annotations.Nullable;

/** What a tier asks for on each axis; without a retention percentage that axis is free. */
public record TierThreshold(
        Tier tier,
        int points,
        int certifiedPeople,
        @Nullable Integer retentionPercent) {}
