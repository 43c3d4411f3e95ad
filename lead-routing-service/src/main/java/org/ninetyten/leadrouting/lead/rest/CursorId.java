package org.ninetyten.leadrouting.lead.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.ProblemException;

/** Cursors of lists that are in the order of their ids. */
public final class CursorId {

    private CursorId() {}

    /** The id that the page before ended with, or nothing for the first page. */
    public static @Nullable UUID decode(@Nullable String cursor) {
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
