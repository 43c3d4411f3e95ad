package org.ninetyten.billing.ledger.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** The instant that a balance is asked for. */
final class AsOf {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private AsOf() {}

    static Instant instant(@Nullable String asked, Clock clock) {
        if (asked == null) {
            return clock.instant();
        }
        try {
            return inRange(Instant.parse(asked));
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid("at", "is not an instant such as 2026-11-30T23:59:59Z");
        }
    }

    /** What the database can't hold as an instant is refused before it gets there. */
    static Instant inRange(Instant asked) {
        if (asked.isBefore(FIRST) || asked.isAfter(LAST)) {
            throw ProblemException.invalid("at", "is not between " + FIRST + " and " + LAST);
        }
        return asked;
    }
}
