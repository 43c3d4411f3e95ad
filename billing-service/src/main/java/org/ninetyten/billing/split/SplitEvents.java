package org.ninetyten.billing.split;

/** Tells the world of splits. */
public interface SplitEvents {

    /** Called in the transaction that posts the split. */
    void posted(PostedSplit split);
}
