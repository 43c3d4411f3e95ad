package org.ninetyten.leadrouting.order;

/** Whether somebody still has to offer the work that belongs to an ordered licence. */
public enum FollowUp {
    /** Work was ordered with it. */
    NONE,
    OPEN,
    DONE
}
