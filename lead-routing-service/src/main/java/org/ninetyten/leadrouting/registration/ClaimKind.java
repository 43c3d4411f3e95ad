package org.ninetyten.leadrouting.registration;

/** What a partner may have of a customer, the strongest first. */
public enum ClaimKind {
    PROTECTION,
    PARTNER_OF_RECORD,
    OPEN_DEAL,
    OPEN_LEAD,
    /** A registration that is in dispute itself. */
    CONFLICT,
    /** A deal that was registered and is protected no more: it keeps nobody else away. */
    UNPROTECTED_DEAL
}
