package org.ninetyten.billing.statement.rest;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.ninetyten.messaging.http.ProblemException;

/** Reads months as callers write them. */
final class Months {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Months() {}

    static YearMonth of(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // Falls through to the same refusal.
        }
        throw ProblemException.invalid(field, "is not a month such as 2026-11");
    }
}
