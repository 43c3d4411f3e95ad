package org.ninetyten.leadrouting.desk.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.desk.DeskItemKind;
import org.ninetyten.leadrouting.desk.DeskView;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.ProblemException;

/** The sales desk's list. */
@Path("/v1/desk")
@Tag(name = "Desk")
class DeskResource {

    private static final String PAGE = """
            {"items": [{"kind": "CONTACT_OVERDUE", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
              "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "since": "2026-11-23T10:30:00Z",
              "product": "Portal Enterprise", "source": "DEMO_REQUEST", "country": "DE", "company": "Muster GmbH"}],
             "counts": {"AT_DESK": 0, "IN_REVIEW": 0, "ROUTING_LONG": 0, "OFFER_EXPIRING": 2, "CONTACT_OVERDUE": 1,
                        "NO_NEWS": 0}}""";

    private final DeskView desk;

    DeskResource(DeskView desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN})
    @Operation(summary = "List what waits and what is late, the longest first, with counts by kind")
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeskPage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @QueryParam("kind") @Nullable DeskItemKind kind,
            @Parameter(description = "Offers that expire within so many minutes.")
                    @QueryParam("expiringWithinMinutes")
                    @DefaultValue("15")
                    @Min(1)
                    @Max(10_080)
                    int expiringWithinMinutes,
            @Parameter(description = "Leads that routing has had for longer than so many minutes.")
                    @QueryParam("routingOverMinutes")
                    @DefaultValue("5")
                    @Min(0)
                    @Max(10_080)
                    int routingOverMinutes,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        DeskView.Page page = desk.look(new DeskView.Question(
                kind,
                Duration.ofMinutes(expiringWithinMinutes),
                Duration.ofMinutes(routingOverMinutes),
                after(cursor),
                limit + 1));
        boolean more = page.items().size() > limit;
        List<DeskView.Item> items = more ? page.items().subList(0, limit) : page.items();
        String next = more ? cursor(items.getLast()) : null;
        Response.ResponseBuilder answer = Response.ok(new DeskPage(items, page.counts(), next));
        if (next != null) {
            String address = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", next)
                    .build()
                    .toString();
            answer.header("Link", "<" + address + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static String cursor(DeskView.Item last) {
        return Cursor.encode(last.since(), last.leadId(), last.kind());
    }

    private static DeskView.@Nullable After after(@Nullable String cursor) {
        List<String> parts = Cursor.decode(cursor, 3);
        if (parts.isEmpty()) {
            return null;
        }
        try {
            return new DeskView.After(
                    Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)), DeskItemKind.valueOf(parts.get(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
