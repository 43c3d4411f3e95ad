package org.ninetyten.billing.plan;

import java.time.LocalDate;

/** The most that a rule gives a partner in a period, in minor units of the plan's currency. */
public record Cap(Scope scope, Period period, long limitMinor) {

    /** What the limit is for. */
    public enum Scope {
        /** Each customer alone. */
        CUSTOMER,
        /** All of a partner's deals. */
        PARTNER
    }

    /** The time that it is for, by the invoice date. */
    public enum Period {
        MONTH,
        QUARTER,
        YEAR,
        EVER;

        /** The first day of the period that a date lies in. */
        public LocalDate startOf(LocalDate date) {
            return switch (this) {
                case MONTH -> date.withDayOfMonth(1);
                case QUARTER ->
                    date.withMonth((date.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
                case YEAR -> date.withDayOfYear(1);
                case EVER -> LocalDate.of(1, 1, 1);
            };
        }
    }

    public Cap {
        if (limitMinor <= 0) {
            throw new IllegalArgumentException("A cap is above 0");
        }
    }
}
