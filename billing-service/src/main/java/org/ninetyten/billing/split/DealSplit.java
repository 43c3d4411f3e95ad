package org.ninetyten.billing.split;

import java.util.List;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.TierOnDate;

/** A won deal, split line by line by one plan and one tier. */
public record DealSplit(WonDeal deal, int planVersion, TierOnDate tier, List<LineSplit> lines, NinetyTen ninetyTen) {

    public DealSplit {
        lines = List.copyOf(lines);
    }

    /** The partner's part of the deal. */
    public long partnerMinor() {
        return lines.stream().mapToLong(LineSplit::partnerMinor).reduce(0, Math::addExact);
    }

    /** The vendor's part of the deal. */
    public long vendorMinor() {
        return lines.stream().mapToLong(LineSplit::vendorMinor).reduce(0, Math::addExact);
    }
}
