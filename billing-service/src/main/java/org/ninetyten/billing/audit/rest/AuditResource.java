package org.ninetyten.billing.audit.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Who changed what, and why. */
@Path("/v1/audit-records")
@Tag(name = "Audit")
class AuditResource {

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(
            summary = "The changes of plans, rates and money by people, newest first, with what was before and after")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list(
            @QueryParam("object")
                    @Parameter(description = "Only the changes of one object.", example = "split-plan/2")
                    @Size(max = 200)
                    @Nullable
                    String object,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.respond(
                audit.newest(object, limit + 1, before(cursor)),
                limit,
                entry -> Cursor.encode(entry.happenedAt(), entry.id()),
                uri);
    }

    private static Audit.@Nullable Before before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Audit.Before(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    @Schema(examples = """
            {"items": [{"id": "019ab0f9-1000-7a19-8a19-9a0b1c2d3e19", "happenedAt": "2026-11-28T10:15:00Z",
              "who": "finance", "what": "split-plan.written", "object": "split-plan/2",
              "after": {"name": "Standard 2027"}, "why": "decided by the board on 20 November"}]}
            """)
    record AuditPage(
            List<Audit.Entry> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
