package org.ninetyten.partner.partner.rest;

import static org.ninetyten.messaging.http.Roles.ACADEMY_EDITOR;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXAMINER;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.MARKETING;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;
import org.ninetyten.partner.partner.ChangePartner;
import org.ninetyten.partner.partner.Newcomer;
import org.ninetyten.partner.partner.OnboardPartner;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.PartnerQueries;
import org.ninetyten.partner.partner.PartnerStatus;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.OneOf;
import org.ninetyten.partner.vocabulary.PlainText;

/** Partners: taken over, read, changed, suspended. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Partners")
public class PartnerResource {

    private final OnboardPartner onboard;
    private final ChangePartner change;
    private final PartnerImport partnerImport;
    private final Partners partners;
    private final PartnerQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;

    PartnerResource(
            OnboardPartner onboard,
            ChangePartner change,
            PartnerImport partnerImport,
            Partners partners,
            PartnerQueries queries,
            Idempotency idempotency,
            Caller caller) {
        this.onboard = onboard;
        this.change = change;
        this.partnerImport = partnerImport;
        this.partners = partners;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Takes a partner over from an older programme, in onboarding until its first credential")
    @APIResponse(
            responseCode = "201",
            description = "The partner is there.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response onboard(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid OnboardPartnerRequest request,
            @Context UriInfo uri) {
        return idempotency.once(key, request, () -> {
            Partner partner = onboard.onboard(
                    new Newcomer(request.externalId(), request.toProfile()),
                    caller.name(),
                    "taken over from an older programme");
            return Response.created(uri.getAbsolutePathBuilder()
                            .path(partner.id().toString())
                            .build())
                    .tag(Versions.tag(partner.version()))
                    .entity(PartnerResponse.from(partner))
                    .build();
        });
    }

    @POST
    @Path("/import")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(
            summary = "Takes over up to 1,000 partners at once, each by itself",
            description = "The external id tells what is here already: that stays as it is, so a call can be repeated.")
    @APIResponse(responseCode = "200", description = "What became of each, in the order of the request.")
    public ImportPartnersResponse importAll(@NotNull @Valid ImportPartnersRequest request) {
        return partnerImport.importAll(request.partners(), caller.name());
    }

    @GET
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        MARKETING,
        ACADEMY_EDITOR,
        EXAMINER,
        EXECUTIVE,
        ADMIN
    })
    @Operation(summary = "Lists partners in the order in which they were onboarded")
    @APIResponse(
            responseCode = "200",
            description = "A page of partners.",
            content = @Content(schema = @Schema(implementation = PartnerPage.class)))
    public Response list(
            @QueryParam("country") @Nullable @CountryCode String country,
            @Parameter(schema = @Schema(implementation = PartnerStatus.class))
                    @QueryParam("status")
                    @Nullable
                    @OneOf(PartnerStatus.class)
                    String status,
            @Parameter(schema = @Schema(implementation = Tier.class)) @QueryParam("tier") @Nullable @OneOf(Tier.class)
                    String tier,
            @QueryParam("externalId") @Nullable @PlainText @Size(max = 100) String externalId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 500) String cursor,
            @Context UriInfo uri) {
        List<PartnerResponse> rows = queries
                .find(
                        new PartnerQueries.Filter(
                                country,
                                status == null ? null : PartnerStatus.valueOf(status),
                                tier == null ? null : Tier.valueOf(tier),
                                externalId),
                        after(cursor),
                        limit + 1)
                .stream()
                .map(PartnerResponse::from)
                .toList();
        return Pages.respond(rows, limit, partner -> Cursor.encode(partner.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        FINANCE,
        FINANCE_APPROVER,
        MARKETING,
        ACADEMY_EDITOR,
        EXAMINER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "Shows a partner to the vendor and to itself")
    @APIResponse(
            responseCode = "200",
            description = "The partner; its ETag is the version to change it by.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response get(@PathParam("id") UUID id) {
        caller.mustOwn(id, "partner", id);
        return answer(partners.existing(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Changes all that a partner says about itself")
    @APIResponse(
            responseCode = "200",
            description = "The partner as it is now.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChangePartnerRequest request) {
        return answer(change.change(id, request.toProfile(), version -> Versions.require(ifMatch, version)));
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Stops a partner's leads and hides it from the directory")
    @APIResponse(
            responseCode = "200",
            description = "The suspended partner.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response suspend(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReasonRequest request) {
        return idempotency.once(key, request, () -> answer(change.suspend(id, request.reason(), caller.name())));
    }

    @POST
    @Path("/{id}/reinstate")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Ends a suspension")
    @APIResponse(
            responseCode = "200",
            description = "The active partner.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response reinstate(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReasonRequest request) {
        return idempotency.once(key, request, () -> answer(change.reinstate(id, caller.name(), request.reason())));
    }

    @POST
    @Path("/{id}/pause")
    @RolesAllowed({PARTNER_MANAGER, ADMIN, PARTNER_ADMIN})
    @Operation(
            summary = "Stops a partner's leads for a while, as it wishes",
            description = "With days given it begins and ends by itself. A new pause replaces the one before.")
    @APIResponse(
            responseCode = "200",
            description = "The partner with its pause.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response pause(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PauseRequest request) {
        caller.mustOwn(id, "partner", id);
        return idempotency.once(key, request, () -> answer(change.pause(id, request.toPause(), caller.name())));
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed({PARTNER_MANAGER, ADMIN, PARTNER_ADMIN})
    @Operation(summary = "Ends a pause, or one that is planned")
    @APIResponse(
            responseCode = "200",
            description = "The partner, which gets leads again.",
            content = @Content(schema = @Schema(implementation = PartnerResponse.class)))
    public Response resume(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        caller.mustOwn(id, "partner", id);
        return idempotency.once(key, null, () -> answer(change.resume(id, caller.name())));
    }

    private static Response answer(Partner partner) {
        return Response.ok(PartnerResponse.from(partner))
                .tag(Versions.tag(partner.version()))
                .build();
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }
}
