package org.ninetyten.billing.split;

import java.util.List;
import org.ninetyten.billing.plan.Party;

/**
 * What a line leaves each side after its refunds, in the order of nothing: only what was given back in sum counts, so any
 * sequence of partial refunds ends where one refund of the same sum does, and a refund of the whole leaves nothing.
 */
record LinePosition(DealLine line, long partnerMinor, long vendorMinor) {

    /** What a split line leaves as it was sold. */
    static LinePosition whole(LineSplit split) {
        return new LinePosition(split.line(), split.partnerMinor(), split.vendorMinor());
    }

    /**
     * What a split line leaves after refunds.
     *
     * @param isVoid the partner's part fell to the vendor
     * @throws IllegalArgumentException when more is given back than was paid
     */
    static LinePosition of(LineSplit split, LineRefunds refunds, boolean isVoid) {
        DealLine line = split.line();
        if (refunds.totalMinor() > line.netMinor()) {
            throw new IllegalArgumentException(
                    "Line %s of %d can't give back %d".formatted(line.lineId(), line.netMinor(), refunds.totalMinor()));
        }
        long partner = split.partnerMinor();
        long vendor = split.vendorMinor();
        if (refunds.withinMinor() > 0) {
            List<Long> back = Apportionment.of(refunds.withinMinor(), List.of(partner, vendor))
                    .parts();
            partner -= back.getFirst();
            vendor -= back.getLast();
        }
        if (line.billedBy() == Party.VENDOR) {
            vendor -= refunds.lateMinor();
        } else {
            partner -= refunds.lateMinor();
        }
        return isVoid
                ? new LinePosition(line, 0, Math.addExact(partner, vendor))
                : new LinePosition(line, partner, vendor);
    }

    /** Who bills the customer holds the money, and so owes the other its part. */
    long owedToPartnerMinor() {
        return line.billedBy() == Party.VENDOR ? partnerMinor : Math.negateExact(vendorMinor);
    }

    /** What the customer has paid and not got back. */
    long netMinor() {
        return Math.addExact(partnerMinor, vendorMinor);
    }
}
