package org.ninetyten.events.registration;

/** What a visitor may need from a partner. */
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
