package org.ninetyten.partner.directory.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Page;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.partner.directory.DirectoryEntry;
import org.ninetyten.partner.directory.DirectoryQueries;
import org.ninetyten.partner.directory.DirectoryQueries.Placed;
import org.ninetyten.partner.directory.DirectoryQueries.Position;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.LanguageTag;
import org.ninetyten.partner.vocabulary.OneOf;
import org.ninetyten.partner.vocabulary.PlainText;

/** The public directory. */
@Path("/v1/directory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
public class DirectoryResource {

    private final DirectoryQueries directory;
    private final Clock clock;

    DirectoryResource(DirectoryQueries directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @RateLimited(perMinute = 120)
    @Operation(
            summary = "Lists active partners for everybody to find",
            description = "The highest tier comes first. Inside a tier the order changes every day, so that every"
                    + " partner comes first equally often; the cursor keeps a listing in the order in which it began.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the directory.",
            content = @Content(schema = @Schema(implementation = DirectoryPage.class)))
    @APIResponse(responseCode = "429", description = "Too many requests from this address; Retry-After says when.")
    public Response list(
            @QueryParam("country") @Nullable @CountryCode String country,
            @QueryParam("city") @Nullable @PlainText @Size(max = 100) String city,
            @QueryParam("language") @Nullable @LanguageTag String language,
            @Parameter(schema = @Schema(implementation = IncomePoint.class))
                    @QueryParam("service")
                    @Nullable
                    @OneOf(IncomePoint.class)
                    String service,
            @Parameter(schema = @Schema(implementation = Tier.class)) @QueryParam("tier") @Nullable @OneOf(Tier.class)
                    String tier,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 500) String cursor,
            @Context UriInfo uri) {
        long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        List<Placed> found = directory.find(
                new DirectoryQueries.Filter(
                        country,
                        city,
                        language,
                        service == null ? null : IncomePoint.valueOf(service),
                        tier == null ? null : Tier.valueOf(tier)),
                position(cursor),
                today,
                limit + 1);
        return respond(found, limit, uri);
    }

    private static Response respond(List<Placed> found, int limit, UriInfo uri) {
        List<DirectoryEntry> entries =
                found.stream().map(Placed::entry).limit(limit).toList();
        if (found.size() <= limit) {
            return Response.ok(new Page<>(entries, null)).build();
        }
        Position last = found.get(limit - 1).position();
        String next = Cursor.encode(last.seed(), last.tier(), last.turn(), last.partnerId());
        return Response.ok(new Page<>(entries, next))
                .header(
                        "Link",
                        "<"
                                + uri.getRequestUriBuilder()
                                        .replaceQueryParam("cursor", next)
                                        .build() + ">; rel=\"next\"")
                .build();
    }

    private static @Nullable Position position(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 4);
        try {
            return values.isEmpty()
                    ? null
                    : new Position(
                            Long.parseLong(values.get(0)),
                            Tier.valueOf(values.get(1)),
                            Long.parseLong(values.get(2)),
                            UUID.fromString(values.get(3)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
