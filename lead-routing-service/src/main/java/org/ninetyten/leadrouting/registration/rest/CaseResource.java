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
import java.time.Clock;
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
import org.ninetyten.leadrouting.registration.BringEvidence;
import org.ninetyten.leadrouting.registration.CaseState;
import org.ninetyten.leadrouting.registration.Cases;
import org.ninetyten.leadrouting.registration.DecideCase;
import org.ninetyten.leadrouting.registration.RegistrationCase;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** Conflicts about customers: what both sides say, and the decision. */
@Path("/v1/registration-cases")
@Tag(name = "Deal registrations")
class CaseResource {

    private final Cases cases;
    private final BringEvidence bringEvidence;
    private final DecideCase decideCase;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    CaseResource(
            Cases cases,
            BringEvidence bringEvidence,
            DecideCase decideCase,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.bringEvidence = bringEvidence;
        this.decideCase = decideCase;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "List cases, the one that waits longest first; a partner gets those in which it is a side")
    @APIResponse(
            responseCode = "200",
            description = "One page of cases, without evidence.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CasePage.class),
                            examples = @ExampleObject(name = "page", value = RegistrationExamples.CASES)))
    public Response list(
            @QueryParam("state") @Nullable CaseState state,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID own = own();
        if (own != null && partnerId != null && !partnerId.equals(own)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        List<CaseResponse> rows = cases
                .list(
                        new Cases.Filter(
                                state,
                                own == null ? partnerId : own,
                                overdue ? clock.instant() : null,
                                CursorId.decode(cursor)),
                        limit + 1)
                .stream()
                .map(conflict -> CaseResponse.from(conflict, own, null))
                .toList();
        return Pages.respond(rows, limit, conflict -> Cursor.encode(conflict.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read a case; a partner sees its own evidence, and the outcome")
    @APIResponse(
            responseCode = "200",
            description = "The case.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaseResponse.class),
                            examples = @ExampleObject(name = "case", value = RegistrationExamples.CASE)))
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.ok(), visible(id));
    }

    @POST
    @Path("/{id}/evidence")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Bring evidence forward for one's own side")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BringEvidenceRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "evidence",
                                            value = "{\"evidence\": " + RegistrationExamples.EVIDENCE + "}")))
    @APIResponse(
            responseCode = "201",
            description = "The case with the evidence.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaseResponse.class),
                            examples = @ExampleObject(name = "case", value = RegistrationExamples.CASE)))
    public Response bring(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull BringEvidenceRequest request) {
        visible(id);
        UUID own = own();
        UUID side = own == null ? request.partnerId() : own;
        if (side == null) {
            throw ProblemException.invalid("partnerId", "must say for which side");
        }
        if (request.partnerId() != null && !request.partnerId().equals(side)) {
            throw ProblemException.notFound("partner", request.partnerId());
        }
        return idempotency.once(key, request, () -> {
            bringEvidence.bring(id, side, request.evidence().toEvidence(), caller.name());
            return answer(Response.created(URI.create("/v1/registration-cases/" + id)), visible(id));
        });
    }

    @POST
    @Path("/{id}/decide")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Decide a case, once", description = """
                    If the claimant wins, it gets the protection and is the partner of record where the holder was; what \
                    the holder had protected is revoked.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DecideCaseRequest.class),
                            examples = @ExampleObject(name = "decision", value = RegistrationExamples.DECIDE)))
    @APIResponse(
            responseCode = "200",
            description = "The decided case.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaseResponse.class),
                            examples = @ExampleObject(name = "case", value = RegistrationExamples.CASE)))
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull DecideCaseRequest request) {
        return idempotency.once(
                key,
                request,
                () -> answer(
                        Response.ok(),
                        decideCase.decide(id, request.winner(), request.reason(), request.why(), caller.name())));
    }

    private Response answer(Response.ResponseBuilder response, RegistrationCase conflict) {
        UUID own = own();
        return response.tag(Versions.tag(conflict.version()))
                .entity(CaseResponse.from(conflict, own, cases.evidence(conflict.id(), own)))
                .build();
    }

    private RegistrationCase visible(UUID id) {
        RegistrationCase conflict = cases.require(id);
        UUID own = own();
        if (own != null && !conflict.isParty(own)) {
            throw ProblemException.notFound("case", id);
        }
        return conflict;
    }

    /** The calling partner; nothing for the vendor's staff. */
    private @Nullable UUID own() {
        return caller.isVendor()
                ? null
                : caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }
}
