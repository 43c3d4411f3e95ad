package org.ninetyten.billing.split;

import java.util.List;

/** Tells the world of splits. Called in the transaction that books them. */
public interface SplitEvents {

    /** Deals were split, or split anew. */
    void posted(List<Received<PostedSplit>> splits);

    /** What is left of split deals changed by a refund, a void, or a correction of what such a change was made from. */
    void adjusted(List<Received<AdjustedDeal>> deals);
}
