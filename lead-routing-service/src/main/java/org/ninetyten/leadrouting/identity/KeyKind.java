package org.ninetyten.leadrouting.identity;

/** What two leads of one customer may share, the surest first. */
public enum KeyKind {
    PORTAL_ID,
    TAX_ID,
    EMAIL,
    PHONE,
    COMPANY_DOMAIN,

    /** A word of the company's name in one city: it proves nothing, and only tells which names to compare. */
    NAME_IN_CITY;

    /** Whether two leads with one key of this kind are of one customer. */
    public boolean isExact() {
        return this != NAME_IN_CITY;
    }
}
