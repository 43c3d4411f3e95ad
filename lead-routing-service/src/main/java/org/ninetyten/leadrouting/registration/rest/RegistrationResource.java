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
import java.net.URI;
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
import org.ninetyten.leadrouting.registration.ContestRefusal;
import org.ninetyten.leadrouting.registration.DealRegistration;
import org.ninetyten.leadrouting.registration.RegisterDeal;
import org.ninetyten.leadrouting.registration.RegistrationCase;
import org.ninetyten.leadrouting.registration.RegistrationState;
import org.ninetyten.leadrouting.registration.Registrations;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** Customers that partners found by themselves. */
@Path("/v1/deal-registrations")
@Tag(name = "Deal registrations")
class RegistrationResource {

    private final RegisterDeal registerDeal;
    private final ContestRefusal contestRefusal;
    private final Registrations registrations;
    private final Idempotency idempotency;
    private final Caller caller;

    RegistrationResource(
            RegisterDeal registerDeal,
            ContestRefusal contestRefusal,
            Registrations registrations,
            Idempotency idempotency,
            Caller caller) {
        this.registerDeal = registerDeal;
        this.contestRefusal = contestRefusal;
        this.registrations = registrations;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Register a customer of one's own; the answer comes at once", description = """
                    GRANTED: the customer is protected and the deal is open. REFUSED: with the reason. CONFLICT: another \
                    partner may have the customer, and a person decides.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegisterDealRequest.class),
                            examples = @ExampleObject(name = "registration", value = RegistrationExamples.REGISTER)))
    @APIResponse(
            responseCode = "201",
            description = "The registration and its answer, whatever that is.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegistrationResponse.class),
                            examples = @ExampleObject(name = "granted", value = RegistrationExamples.GRANTED)))
    public Response register(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RegisterDealRequest request) {
        UUID partner = partnerOf(request.partnerId());
        return idempotency.once(key, request, () -> {
            RegisterDeal.Answer answer = registerDeal.register(
                    request.toRegistration(partner),
                    request.evidence() == null ? null : request.evidence().toEvidence(),
                    caller.name());
            return answer(
                    Response.created(URI.create(
                            "/v1/deal-registrations/" + answer.registration().id())),
                    answer.registration(),
                    answer.conflict());
        });
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "List registrations, newest first; a partner gets its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of registrations.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegistrationPage.class),
                            examples = @ExampleObject(name = "page", value = RegistrationExamples.PAGE)))
    public Response list(
            @QueryParam("state") @Nullable RegistrationState state,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = caller.isVendor() ? partnerId : partnerOf(partnerId);
        List<RegistrationResponse> rows =
                registrations.list(new Registrations.Filter(state, owner, CursorId.decode(cursor)), limit + 1).stream()
                        .map(registration -> RegistrationResponse.from(registration, null, !caller.isVendor()))
                        .toList();
        return Pages.respond(rows, limit, registration -> Cursor.encode(registration.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read a registration")
    @APIResponse(
            responseCode = "200",
            description = "The registration.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegistrationResponse.class),
                            examples = @ExampleObject(name = "granted", value = RegistrationExamples.GRANTED)))
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.ok(), owned(id), null);
    }

    @POST
    @Path("/{id}/contest")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Contest a refusal for another partner's sake, with evidence; a person decides")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EvidenceRequest.class),
                            examples = @ExampleObject(name = "evidence", value = RegistrationExamples.EVIDENCE)))
    @APIResponse(
            responseCode = "200",
            description = "The registration, which is in dispute now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RegistrationResponse.class),
                            examples = @ExampleObject(name = "registration", value = RegistrationExamples.GRANTED)))
    public Response contest(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull EvidenceRequest request) {
        owned(id);
        return idempotency.once(key, request, () -> {
            RegisterDeal.Answer answer = contestRefusal.contest(id, request.toEvidence(), caller.name());
            return answer(Response.ok(), answer.registration(), answer.conflict());
        });
    }

    private Response answer(
            Response.ResponseBuilder response, DealRegistration registration, @Nullable RegistrationCase conflict) {
        return response.tag(Versions.tag(registration.version()))
                .entity(RegistrationResponse.from(
                        registration, conflict == null ? null : conflict.id(), !caller.isVendor()))
                .build();
    }

    private DealRegistration owned(UUID id) {
        DealRegistration registration = registrations.require(id);
        caller.mustOwn(registration.partnerId(), "registration", id);
        return registration;
    }

    private UUID partnerOf(@Nullable UUID named) {
        if (caller.isVendor()) {
            if (named == null) {
                throw ProblemException.invalid("partnerId", "must say for whom");
            }
            return named;
        }
        UUID own = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (named != null && !named.equals(own)) {
            throw ProblemException.notFound("partner", named);
        }
        return own;
    }
}
