package org.ninetyten.events;

/** Which characters texts of requests may hold. */
public final class Texts {

    /** One line: no control characters, which no database column or file takes unharmed. */
    public static final String LINE = "\\P{Cntrl}*";

    /** Several lines. */
    public static final String LINES = "[\\P{Cntrl}\\r\\n\\t]*";

    private Texts() {}
}
