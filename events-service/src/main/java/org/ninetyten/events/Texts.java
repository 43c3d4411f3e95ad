package org.ninetyten.events;

/** Which characters texts of requests may hold. */
public final class Texts {

    /** One line: no control characters, which no database column or file takes unharmed. */
    public static final String LINE = "[^\\u0000-\\u001F\\u007F]*";

    /** Several lines. */
    public static final String LINES = "[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F]*";

    private Texts() {}
}
