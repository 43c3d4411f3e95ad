package org.ninetyten.billing.plan;

import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;

/**
 * The partner's share of one kind of line.
 *
 * @param tier the tier that it is for, or null for all
 * @param performer who must have performed the work, or null for anybody
 * @param platformFeeBasisPoints kept back from the partner when the vendor collects from the customer
 */
public record SplitRule(
        String code,
        IncomePoint.Kind kind,
        @Nullable Tier tier,
        @Nullable Party performer,
        int partnerBasisPoints,
        int platformFeeBasisPoints) {

    /** The whole, in basis points. */
    public static final int WHOLE = 10_000;

    public SplitRule {
        if (partnerBasisPoints < 0 || partnerBasisPoints > WHOLE) {
            throw new IllegalArgumentException(code + ": a share lies between 0 and 10000 basis points");
        }
        if (platformFeeBasisPoints < 0 || platformFeeBasisPoints > partnerBasisPoints) {
            throw new IllegalArgumentException(code + ": a fee lies between 0 and the partner's share");
        }
    }

    boolean appliesTo(IncomePoint incomePoint, Party performedBy, Tier partnerTier) {
        return kind == incomePoint.kind()
                && (tier == null || tier == partnerTier)
                && (performer == null || performer == performedBy);
    }

    /** The partner's rate for a line that the given party collects. */
    public int rate(Party billedBy) {
        return billedBy == Party.VENDOR ? partnerBasisPoints - platformFeeBasisPoints : partnerBasisPoints;
    }
}
