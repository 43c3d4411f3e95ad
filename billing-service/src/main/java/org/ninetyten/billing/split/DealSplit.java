package org.ninetyten.billing.split;

import java.util.List;
import org.ninetyten.billing.ninetyten.NinetyTen;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.IncomePoint;

/** A won deal, split line by line by one plan and what the partner was on the invoice date. */
public record DealSplit(
        WonDeal deal, int planVersion, PartnerOnDate partner, List<LineSplit> lines, NinetyTen ninetyTen) {

    public DealSplit {
        lines = List.copyOf(lines);
    }

    /** The tier that it was split by. */
    public TierOnDate tier() {
        return partner.tier();
    }

    /** The partner's part of the deal. */
    public long partnerMinor() {
        return lines.stream().mapToLong(LineSplit::partnerMinor).reduce(0, Math::addExact);
    }

    /** The partner's part of the licence. */
    public long partnerLicenceMinor() {
        return lines.stream()
                .filter(line -> line.line().incomePoint() == IncomePoint.LICENCE)
                .mapToLong(LineSplit::partnerMinor)
                .reduce(0, Math::addExact);
    }

    /** How many services the customer pays for. */
    public int paidServices() {
        return Math.toIntExact(lines.stream()
                .map(LineSplit::line)
                .filter(line -> line.incomePoint() != IncomePoint.LICENCE && line.netMinor() > 0)
                .count());
    }

    /** The vendor's part of the deal. */
    public long vendorMinor() {
        return lines.stream().mapToLong(LineSplit::vendorMinor).reduce(0, Math::addExact);
    }

    /** Whether another split of the deal gives each line's sides the same. */
    boolean givesTheSameAs(DealSplit other) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).partnerMinor() != other.lines().get(i).partnerMinor()) {
                return false;
            }
        }
        return true;
    }
}
