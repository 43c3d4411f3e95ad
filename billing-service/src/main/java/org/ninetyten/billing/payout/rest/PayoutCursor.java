package org.ninetyten.billing.payout.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.ProblemException;

/** Cursors of lists in the order of their ids. */
final class PayoutCursor {

    private PayoutCursor() {}

    static @Nullable UUID decode(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
