package org.ninetyten.messaging.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** Answers with a page and a {@code Link} header (RFC 8288) to the next one. */
public final class Pages {

    private Pages() {}

    /**
     * Builds the answer.
     *
     * @param rows up to {@code limit + 1} rows: the one too many tells that there is a next page
     * @param limit the page's size
     * @param cursorOf the cursor that stands for a row
     * @param uri the request's address
     */
    public static <T> Response respond(List<T> rows, int limit, Function<T, String> cursorOf, UriInfo uri) {
        if (rows.size() <= limit) {
            return Response.ok(new Page<>(rows, null)).build();
        }
        List<T> items = rows.subList(0, limit);
        String next = cursorOf.apply(items.getLast());
        String address = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", next)
                .build()
                .toString();
        return Response.ok(new Page<>(items, next))
                .header("Link", "<" + address + ">; rel=\"next\"")
                .build();
    }
}
