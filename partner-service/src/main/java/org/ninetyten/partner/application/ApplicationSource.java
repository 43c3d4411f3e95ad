package org.ninetyten.partner.application;

/** Where an applicant comes from. */
public enum ApplicationSource {
    COMPETITOR_NETWORK,
    CUSTOMER_BASE,
    WEBSITE,
    REFERRAL,
    EVENT
}
