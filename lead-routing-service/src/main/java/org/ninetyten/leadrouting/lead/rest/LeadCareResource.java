package org.ninetyten.leadrouting.lead.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.EndLead;
import org.ninetyten.leadrouting.lead.Feedback;
import org.ninetyten.leadrouting.lead.GiveFeedback;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadHistory;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.Merges;
import org.ninetyten.leadrouting.lead.Mover;
import org.ninetyten.leadrouting.lead.ReviewLead;
import org.ninetyten.leadrouting.lead.WakeLeads;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** What people decide about leads, and how leads ended. */
@Path("/v1/leads")
@Tag(name = "Leads")
class LeadCareResource {

    private final ReviewLead reviewLead;
    private final EndLead endLead;
    private final WakeLeads wakeLeads;
    private final GiveFeedback giveFeedback;
    private final LeadHistory history;
    private final LeadQueries queries;
    private final Merges merges;
    private final Idempotency idempotency;
    private final Caller caller;

    LeadCareResource(
            ReviewLead reviewLead,
            EndLead endLead,
            WakeLeads wakeLeads,
            GiveFeedback giveFeedback,
            LeadHistory history,
            LeadQueries queries,
            Merges merges,
            Idempotency idempotency,
            Caller caller) {
        this.reviewLead = reviewLead;
        this.endLead = endLead;
        this.wakeLeads = wakeLeads;
        this.giveFeedback = giveFeedback;
        this.history = history;
        this.queries = queries;
        this.merges = merges;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/review")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Decide what a lead in review is: a new one, one that is there already, or spam")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReviewLeadRequest.class),
                            examples = @ExampleObject(name = "request", value = """
                                    {"decision": "DUPLICATE_OF", "duplicateOf": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1002",
                                     "why": "The same office, a colleague wrote."}""")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull ReviewLeadRequest request) {
        if ((request.decision() == ReviewLeadRequest.Decision.DUPLICATE_OF) != (request.duplicateOf() != null)) {
            throw ProblemException.invalid("duplicateOf", "belongs to the decision DUPLICATE_OF, and only to it");
        }
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(decide(id, request))).build());
    }

    @GET
    @Path("/{id}/candidates")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, ADMIN})
    @Operation(summary = "Read the leads that look like this one, the most alike first")
    @APIResponse(
            responseCode = "200",
            description = "The leads to compare it with; none if nothing is like it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CandidateLeadResponse[].class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.CANDIDATES)))
    public Response candidates(@PathParam("id") UUID id) {
        queries.one(id);
        return Response.ok(merges.candidates(id).stream()
                        .map(candidate -> new CandidateLeadResponse(
                                candidate.similarityPermil(), LeadResponse.whole(queries.one(candidate.candidateId()))))
                        .toList())
                .build();
    }

    @POST
    @Path("/{id}/spam")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Take a lead in review or at the desk for spam")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SpamRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "request",
                                            value = "{\"why\": \"Sells links.\", \"blockSender\": true}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response spam(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull SpamRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(reviewLead.isSpam(
                                id, Boolean.TRUE.equals(request.blockSender()), mover(request.why()))))
                        .build());
    }

    @POST
    @Path("/{id}/not-spam")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Route a lead that was taken for spam by mistake; its sender is no longer blocked")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WhyRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "request",
                                            value = "{\"why\": \"A real person; I called.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response notSpam(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WhyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(reviewLead.isNoSpam(id, mover(request.why()))))
                        .build());
    }

    @POST
    @Path("/{id}/unmerge")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Take a merge back: the duplicate is routed as a lead of its own")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = UnmergeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "request",
                                            value =
                                                    "{\"why\": \"Another branch with a wish of its own.\", \"sameCustomer\": true}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response unmerge(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull UnmergeRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(reviewLead.unmerge(
                                id, Boolean.TRUE.equals(request.sameCustomer()), mover(request.why()))))
                        .build());
    }

    @POST
    @Path("/{id}/lose")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Say that nothing came of a lead without a deal")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LoseLeadRequest.class),
                            examples = @ExampleObject(name = "request", value = "{\"reason\": \"NO_BUDGET\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response lose(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull LoseLeadRequest request) {
        mustOwn(id);
        return idempotency.once(
                key,
                request,
                () -> Response.ok(forCaller(endLead.lose(
                                id, request.reason(), new Mover(caller.name(), request.why()), caller.isVendor())))
                        .build());
    }

    @POST
    @Path("/{id}/nurture")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Let a lead rest until a day, on which it is routed anew")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NurtureLeadRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "request",
                                            value =
                                                    "{\"until\": \"2027-02-01\", \"why\": \"Their budget begins in February.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response nurture(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull NurtureLeadRequest request) {
        mustOwn(id);
        return idempotency.once(
                key,
                request,
                () -> Response.ok(forCaller(
                                endLead.nurture(id, request.until(), mover(request.why()), caller.isVendor())))
                        .build());
    }

    @POST
    @Path("/{id}/wake")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Route a lead that rests before its day")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WhyRequest.class),
                            examples = @ExampleObject(name = "request", value = "{\"why\": \"They called.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.LEAD)))
    public Response wake(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WhyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(wakeLeads.wake(id, mover(request.why()))))
                        .build());
    }

    @POST
    @Path("/{id}/feedback")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, ADMIN})
    @Operation(summary = "Say what a lead was worth; each side once, changeable until 30 days after its end")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FeedbackRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "request",
                                            value =
                                                    "{\"code\": \"WRONG_CONTACT\", \"note\": \"The number belongs to a school.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The feedback as it stands now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FeedbackResponse.class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.FEEDBACK)))
    public Response feedback(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull FeedbackRequest request) {
        mustOwn(id);
        Feedback.Side side = caller.isVendor() ? Feedback.Side.DESK : Feedback.Side.PARTNER;
        return idempotency.once(
                key,
                request,
                () -> Response.ok(FeedbackResponse.from(
                                giveFeedback.give(id, side, request.code(), request.note(), caller.name())))
                        .build());
    }

    @GET
    @Path("/{id}/feedback")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read what has been said of a lead; a partner reads its own")
    @APIResponse(
            responseCode = "200",
            description = "At most one for each side.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FeedbackResponse[].class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.FEEDBACKS)))
    public Response feedbackOf(@PathParam("id") UUID id) {
        mustOwn(id);
        return Response.ok(giveFeedback.of(id).stream()
                        .filter(feedback -> caller.isVendor() || feedback.side() == Feedback.Side.PARTNER)
                        .map(FeedbackResponse::from)
                        .toList())
                .build();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN})
    @Operation(summary = "Read where a lead has been, when, and who moved it")
    @APIResponse(
            responseCode = "200",
            description = "All moves, the first one first.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MoveResponse[].class),
                            examples = @ExampleObject(name = "answer", value = LeadExamples.HISTORY)))
    public Response historyOf(@PathParam("id") UUID id) {
        return Response.ok(history.of(id).stream().map(MoveResponse::from).toList())
                .build();
    }

    private Lead decide(UUID id, ReviewLeadRequest request) {
        Mover mover = mover(request.why());
        UUID duplicateOf = request.duplicateOf();
        return switch (request.decision()) {
            case NEW -> reviewLead.isNew(id, mover);
            case SPAM -> reviewLead.isSpam(id, false, mover);
            case DUPLICATE_OF -> reviewLead.isDuplicate(id, duplicateOf == null ? id : duplicateOf, mover);
        };
    }

    private Mover mover(String why) {
        return new Mover(caller.name(), why);
    }

    private LeadResponse forCaller(Lead lead) {
        return caller.partnerId()
                .map(partner -> LeadResponse.forPartner(lead, partner))
                .orElseGet(() -> LeadResponse.whole(lead));
    }

    /** A partner has a lead when it has accepted it; before, and when it has gone to another, it looks like none. */
    private void mustOwn(UUID id) {
        Lead lead = queries.one(id);
        if (caller.isVendor()) {
            return;
        }
        UUID owner = lead.partnerId();
        if (owner == null || lead.status() == LeadStatus.OFFERED) {
            throw ProblemException.notFound("lead", id);
        }
        caller.mustOwn(owner, "lead", id);
    }
}
