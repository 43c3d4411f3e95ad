package org.ninetyten.billing.split;

/** A line and its two parts, which sum to the line. */
public record LineSplit(DealLine line, long partnerMinor, long vendorMinor, LineTrace trace) {

    public LineSplit {
        if (Math.addExact(partnerMinor, vendorMinor) != line.netMinor()) {
            throw new IllegalArgumentException("The parts of line " + line.lineId() + " don't sum to it");
        }
    }
}
