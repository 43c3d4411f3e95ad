package org.ninetyten.leadrouting.partner;

/** What a customer pays for, and what a partner can earn with. */
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
