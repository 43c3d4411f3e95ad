package org.ninetyten.partner.vocabulary;

/** What a partner earns with: a share of the licence, and the services that it sells. */
public enum IncomePoint {
    LICENCE,
    IMPLEMENTATION,
    INTEGRATION,
    CUSTOMISATION,
    SUPPORT,
    AUDIT,
    INHOUSE_INTEGRATION,
    MOBILE_APP,
    DATA_MIGRATION,
    TRAINING,
    HOSTING_ADMIN,
    DEMO_INSTALL
}
