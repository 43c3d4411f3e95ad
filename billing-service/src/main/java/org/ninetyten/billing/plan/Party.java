package org.ninetyten.billing.plan;

/** Who performs the work, and who bills the customer. */
public enum Party {
    VENDOR,
    PARTNER
}
