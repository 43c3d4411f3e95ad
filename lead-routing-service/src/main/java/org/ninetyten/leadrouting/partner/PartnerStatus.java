package org.ninetyten.leadrouting.partner;

/** Where a partner stands; only an active one gets leads. */
public enum PartnerStatus {
    ONBOARDING,
    ACTIVE,
    DORMANT,
    WARNED,
    SUSPENDED,
    TERMINATED,
    LAPSED
}
