package org.ninetyten.billing.plan;

/** What a partner can earn with. */
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
    DEMO_INSTALL;

    /** Whether it is the licence or work. */
    public Kind kind() {
        return this == LICENCE ? Kind.LICENCE : Kind.SERVICE;
    }

    /** The two sides of 90/10. */
    public enum Kind {
        LICENCE,
        SERVICE
    }
}
