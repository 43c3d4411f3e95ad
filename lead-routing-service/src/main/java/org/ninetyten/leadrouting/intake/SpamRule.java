package org.ninetyten.leadrouting.intake;

/** What shows that a lead was not written by somebody who wants to buy. */
public enum SpamRule {
    /** A field of the form that people do not see was filled in. */
    TRAP_FILLED,
    /** Nobody's name is an address of the web. */
    LINK_IN_NAME,
    /** The mail address is one that is thrown away. */
    DISPOSABLE_MAIL,
    /** The desk has had enough of this sender. */
    BLOCKED_SENDER,
    /** More leads of one company domain in an hour than one company sends. */
    TOO_MANY_FROM_DOMAIN,
    /** More leads of one phone number in an hour than one person sends. */
    TOO_MANY_FROM_PHONE,
    /** A person decided. */
    DESK
}
