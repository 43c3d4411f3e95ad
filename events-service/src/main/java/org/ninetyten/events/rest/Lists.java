package org.ninetyten.events.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Lists in the order of their ids, cut to what the caller may see. */
public final class Lists {

    private Lists() {}

    /** Whose rows to list: the vendor's staff choose, a partner gets its own whatever it asks for. */
    public static @Nullable UUID owner(Caller caller, @Nullable UUID asked) {
        if (caller.isVendor()) {
            return asked;
        }
        return caller.partnerId()
                .orElseThrow(
                        () -> new ProblemException(GeneralProblem.FORBIDDEN, "Your account belongs to no partner."));
    }

    /** The id after which the page begins; null for the first page. */
    public static @Nullable UUID after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        return values.isEmpty() ? null : id(values.getFirst());
    }

    /** The id in a cursor. */
    public static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
