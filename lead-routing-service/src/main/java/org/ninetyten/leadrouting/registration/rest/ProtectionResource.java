package org.ninetyten.leadrouting.registration.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.protection.ExtendProtection;
import org.ninetyten.leadrouting.protection.Protection;
import org.ninetyten.leadrouting.protection.ProtectionState;
import org.ninetyten.leadrouting.protection.Protections;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** What partners have protected, and until when. */
@Path("/v1/protections")
@Tag(name = "Deal registrations")
class ProtectionResource {

    private final Protections protections;
    private final ExtendProtection extendProtection;
    private final Idempotency idempotency;
    private final Caller caller;

    ProtectionResource(
            Protections protections, ExtendProtection extendProtection, Idempotency idempotency, Caller caller) {
        this.protections = protections;
        this.extendProtection = extendProtection;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "List protections, newest first; a partner gets its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of protections.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProtectionPage.class),
                            examples = @ExampleObject(name = "page", value = ProtectionExamples.PAGE)))
    public Response list(
            @QueryParam("state") @Nullable ProtectionState state,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = caller.isVendor()
                ? partnerId
                : caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (owner != null && partnerId != null && !owner.equals(partnerId)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        List<ProtectionResponse> rows =
                protections.list(new Protections.Filter(state, owner, CursorId.decode(cursor)), limit + 1).stream()
                        .map(ProtectionResponse::from)
                        .toList();
        return Pages.respond(rows, limit, protection -> Cursor.encode(protection.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read a protection")
    @APIResponse(
            responseCode = "200",
            description = "The protection.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProtectionResponse.class),
                            examples = @ExampleObject(name = "protection", value = ProtectionExamples.PROTECTION)))
    public Response one(@PathParam("id") UUID id) {
        return answer(owned(id));
    }

    @POST
    @Path("/{id}/extend")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Extend a live protection, once, with a proof of activity")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ExtendProtectionRequest.class),
                            examples = @ExampleObject(name = "proof", value = ProtectionExamples.EXTEND)))
    @APIResponse(
            responseCode = "200",
            description = "The protection with its new end.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProtectionResponse.class),
                            examples = @ExampleObject(name = "protection", value = ProtectionExamples.PROTECTION)))
    public Response extend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull ExtendProtectionRequest request) {
        owned(id);
        return idempotency.once(
                key,
                request,
                () -> answer(extendProtection.extend(
                        id, request.activity(), request.activeOn(), version -> Versions.require(ifMatch, version))));
    }

    private static Response answer(Protection protection) {
        return Response.ok(ProtectionResponse.from(protection))
                .tag(Versions.tag(protection.version()))
                .build();
    }

    private Protection owned(UUID id) {
        Protection protection = protections.require(id);
        caller.mustOwn(protection.partnerId(), "protection", id);
        return protection;
    }
}
