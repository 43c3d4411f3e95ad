package org.ninetyten.leadrouting.lead.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.PRODUCT;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;
import static org.ninetyten.messaging.http.Roles.WEBSITE;

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
import org.ninetyten.leadrouting.lead.AssignLead;
import org.ninetyten.leadrouting.lead.CaptureLead;
import org.ninetyten.leadrouting.lead.CaptureTogether;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.lead.Offers;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Leads. */
@Path("/v1/leads")
@Tag(name = "Leads")
class LeadResource {

    private static final String EXAMPLE = """
            {"externalId": "WEB-4711", "source": "DEMO_REQUEST", "product": "Portal Enterprise",
             "company": "Muster GmbH", "contact": {"name": "Erika Muster", "email": "erika@example.org"},
             "country": "DE", "city": "Berlin", "latitude": 52.52, "longitude": 13.405, "language": "de",
             "needs": ["IMPLEMENTATION", "TRAINING"], "sizeBand": "50-249", "customerExternalId": "CRM-77",
             "consent": true}""";

    private final CaptureLead captureLead;
    private final CaptureTogether captureTogether;
    private final AssignLead assignLead;
    private final LeadQueries queries;
    private final Offers offers;
    private final Idempotency idempotency;
    private final Caller caller;

    LeadResource(
            CaptureLead captureLead,
            CaptureTogether captureTogether,
            AssignLead assignLead,
            LeadQueries queries,
            Offers offers,
            Idempotency idempotency,
            Caller caller) {
        this.captureLead = captureLead;
        this.captureTogether = captureTogether;
        this.assignLead = assignLead;
        this.queries = queries;
        this.offers = offers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({WEBSITE, PRODUCT, SALES_DESK, ADMIN})
    @Operation(summary = "Report a lead; it is routed at once")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CaptureLeadRequest.class),
                            examples = @ExampleObject(name = "demo request", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The lead is new.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    @APIResponse(
            responseCode = "200",
            description = "A lead with this external id is known; this is it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    public Response capture(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull CaptureLeadRequest request) {
        NewLead lead = request.toNewLead();
        if (key == null || key.isBlank()) {
            return answer(captureTogether.capture(lead));
        }
        // The answer is kept in the transaction of the lead, so this lead needs one of its own.
        return idempotency.once(key, request, () -> answer(captureLead.capture(lead)));
    }

    private Response answer(CaptureLead.Captured captured) {
        LeadResponse body = forCaller(captured.lead());
        return captured.isNew()
                ? Response.created(URI.create("/v1/leads/" + body.id()))
                        .entity(body)
                        .build()
                : Response.ok(body).build();
    }

    @GET
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        MARKETING,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "List leads, newest first; a partner gets those that were offered to it")
    @APIResponse(
            responseCode = "200",
            description = "One page of leads.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadPage.class),
                            examples = @ExampleObject(name = "page", value = LeadExamples.LEAD_PAGE)))
    public Response list(
            @QueryParam("status") @Nullable LeadStatus status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("externalId") @Size(max = 200) @Nullable String externalId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID before = CursorId.decode(cursor);
        LeadQueries.LeadFilter filter;
        if (caller.isVendor()) {
            filter = new LeadQueries.LeadFilter(status, partnerId, externalId, null, before);
        } else {
            UUID own = own();
            // A filter by status or id must not tell what became of leads that others have now.
            UUID having = status != null || externalId != null || partnerId != null ? own : null;
            if (partnerId != null && !partnerId.equals(own)) {
                return Pages.respond(List.<LeadResponse>of(), limit, lead -> "", uri);
            }
            filter = new LeadQueries.LeadFilter(status, having, externalId, own, before);
        }
        List<LeadResponse> rows =
                queries.list(filter, limit + 1).stream().map(this::forCaller).toList();
        return Pages.respond(rows, limit, lead -> Cursor.encode(lead.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        MARKETING,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "Read a lead")
    @APIResponse(
            responseCode = "200",
            description = "The lead; without its contact for a partner that has not accepted it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    public Response one(@PathParam("id") UUID id) {
        Lead lead = queries.one(id);
        if (!caller.isVendor() && !offers.wasOffered(id, own())) {
            throw ProblemException.notFound("lead", id);
        }
        return Response.ok(forCaller(lead)).build();
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Offer a lead that is at the desk to a partner of the desk's choice")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AssignLeadRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "assignment",
                                            value = "{\"partnerId\": \"0199f1d2-0001-7c3e-9b41-5a0c6a8e3001\","
                                                    + " \"why\": \"They asked for it by phone.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead, now offered to the partner.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull AssignLeadRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(forCaller(assignLead.assign(id, request.partnerId(), request.why(), caller.name())))
                        .build());
    }

    private LeadResponse forCaller(Lead lead) {
        if (caller.hasRole(SALES_DESK) || caller.hasRole(PARTNER_MANAGER) || caller.hasRole(ADMIN)) {
            return LeadResponse.whole(lead);
        }
        return caller.partnerId()
                .map(partner -> LeadResponse.forPartner(lead, partner))
                .orElseGet(() -> LeadResponse.withoutContact(lead));
    }

    private UUID own() {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }
}
