package org.ninetyten.billing.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;

/**
 * The partner's share of one kind of line.
 *
 * @param mode what the shares of the bands are of; of no account when there is one band
 * @param bands from zero upwards without a gap, in the currency of the plan
 * @param platformFeeBasisPoints kept back from the partner when the vendor collects from the customer
 * @param caps the most that the rule gives
 */
public record SplitRule(
        String code,
        RuleCriteria criteria,
        BandMode mode,
        List<Band> bands,
        int platformFeeBasisPoints,
        List<Cap> caps) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    public SplitRule {
        bands = List.copyOf(bands);
        caps = List.copyOf(caps);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException(code + ": a rule has a share");
        }
        for (Band band : bands) {
            if (platformFeeBasisPoints < 0 || platformFeeBasisPoints > band.partnerBasisPoints()) {
                throw new IllegalArgumentException(code + ": a fee lies between 0 and the partner's share");
            }
        }
    }

    /** A rule with one share for any amount. */
    public static SplitRule flat(
            String code,
            IncomePoint.Kind kind,
            @Nullable Tier tier,
            @Nullable Party performer,
            int partnerBasisPoints,
            int platformFeeBasisPoints) {
        return new SplitRule(
                code,
                new RuleCriteria(kind, null, tier, null, null, performer, null),
                BandMode.WHOLE,
                List.of(new Band(0, null, partnerBasisPoints)),
                platformFeeBasisPoints,
                List.of());
    }

    /** Whether one share counts for any amount, so that no limit must be compared. */
    public boolean hasOneShare() {
        return bands.size() == 1;
    }

    /** What is kept back of a line that the given party collects. */
    public int fee(Party billedBy) {
        return billedBy == Party.VENDOR ? platformFeeBasisPoints : 0;
    }

    /** Whether limits in the plan's currency decide. */
    public boolean hasLimits() {
        return !hasOneShare() || !caps.isEmpty();
    }
}
