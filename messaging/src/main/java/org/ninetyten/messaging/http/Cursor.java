package org.ninetyten.messaging.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Where a page ends, opaque to the caller. It names the last row's sort values, so that inserts shift nothing. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** Packs the sort values of a page's last row. */
    public static String encode(Object... values) {
        String packed = Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        // The check value tells a mangled cursor from one of ours before anybody parses what is in it.
        String text = check(packed) + SEPARATOR + packed;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Unpacks a cursor.
     *
     * @param cursor what the caller sent; null and blank mean the first page
     * @param size how many values it must hold
     * @return the values, or an empty list for the first page
     * @throws ProblemException 400 when it is not one of ours
     */
    public static List<String> decode(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isBlank()) {
            return List.of();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, 2);
            if (parts.length == 2 && parts[0].equals(check(parts[1]))) {
                List<String> values = List.of(parts[1].split(SEPARATOR, -1));
                if (values.size() == size) {
                    return values;
                }
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same refusal.
        }
        throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
    }

    private static String check(String packed) {
        CRC32 check = new CRC32();
        check.update(packed.getBytes(UTF_8));
        return Long.toHexString(check.getValue());
    }
}
