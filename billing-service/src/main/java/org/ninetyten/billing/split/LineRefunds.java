package org.ninetyten.billing.split;

/**
 * What the customer got back of a line so far, without tax.
 *
 * @param withinMinor inside the claw-back window: both sides give back their part
 * @param lateMinor after it: whoever billed the customer bears it
 */
record LineRefunds(long withinMinor, long lateMinor) {

    static final LineRefunds NONE = new LineRefunds(0, 0);

    LineRefunds {
        if (withinMinor < 0 || lateMinor < 0) {
            throw new IllegalArgumentException("A refund gives back and does not take");
        }
    }

    long totalMinor() {
        return Math.addExact(withinMinor, lateMinor);
    }

    LineRefunds plus(long amountMinor, boolean late) {
        return late
                ? new LineRefunds(withinMinor, Math.addExact(lateMinor, amountMinor))
                : new LineRefunds(Math.addExact(withinMinor, amountMinor), lateMinor);
    }
}
