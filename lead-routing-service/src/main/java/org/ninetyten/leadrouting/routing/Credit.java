package org.ninetyten.leadrouting.routing;

import java.math.BigDecimal;

/** Turn credit is counted in billionths of a lead, so that it adds up exactly on every machine. */
public final class Credit {

    /** One whole lead. */
    public static final long LEAD = 1_000_000_000L;

    private Credit() {}

    /** The credit as people read it, in leads. */
    public static BigDecimal inLeads(long credit) {
        return BigDecimal.valueOf(credit, 9);
    }
}
