package org.ninetyten.leadrouting.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Turn credit is counted in tiny whole parts of a lead. Shares such as a seventh are rounded down to a part, so the parts
 * are so small that millions of leads do not add up to anything that could decide a turn.
 */
public final class Credit {

    /** One whole lead. */
    public static final long LEAD = 1_000_000_000_000_000L;

    /** Less than any real difference between partners, more than rounding can ever add up to. */
    static final long NOTHING = LEAD / 1_000_000;

    private Credit() {}

    /** The credit as people read it, in leads. */
    public static BigDecimal inLeads(long credit) {
        return BigDecimal.valueOf(credit, 15).setScale(6, RoundingMode.HALF_EVEN);
    }
}
