package org.ninetyten.leadrouting.lead.rest;

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
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadQueries;
import org.ninetyten.leadrouting.lead.ReportWork;
import org.ninetyten.leadrouting.lead.WatchWork;
import org.ninetyten.leadrouting.work.WorkNotes;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** What a partner does with a lead that it accepted. */
@Path("/v1/leads/{id}")
@Tag(name = "Work on leads")
class LeadWorkResource {

    private static final String WORK = """
            {"leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001", "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001",
             "acceptedAt": "2026-11-23T09:30:00Z", "contactBy": "2026-11-23T10:30:00Z",
             "contactedAt": "2026-11-23T09:52:00Z", "contactedInTime": true, "lastNewsAt": "2026-11-23T09:52:00Z",
             "nextStep": "NUDGE", "nextStepAt": "2026-12-07T09:52:00Z"}""";
    private static final String NOTE = """
            {"id": "0199f1d2-9a10-7c3e-9b41-5a0c6a8e7001", "leadId": "0199f1d2-7a10-7c3e-9b41-5a0c6a8e1001",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "notedAt": "2026-11-24T08:10:00Z",
             "notedBy": "ann", "note": "Wants a demonstration next week."}""";

    private final ReportWork reportWork;
    private final WatchWork watchWork;
    private final WorkNotes notes;
    private final LeadQueries leads;
    private final Idempotency idempotency;
    private final Caller caller;

    LeadWorkResource(
            ReportWork reportWork,
            WatchWork watchWork,
            WorkNotes notes,
            LeadQueries leads,
            Idempotency idempotency,
            Caller caller) {
        this.reportWork = reportWork;
        this.watchWork = watchWork;
        this.notes = notes;
        this.leads = leads;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/work")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read how the work on an accepted lead stands, and what is due when")
    @APIResponse(
            responseCode = "200",
            description = "The work of the partner that has the lead, or of the last one that had it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkResponse.class),
                            examples = @ExampleObject(name = "work", value = WORK)))
    public Response work(@PathParam("id") UUID id) {
        mayRead(id);
        ReportWork.Standing standing = reportWork.standing(id);
        caller.partnerId().ifPresent(own -> {
            if (!own.equals(standing.work().partnerId())) {
                throw ProblemException.notFound("work on lead", id);
            }
        });
        return Response.ok(WorkResponse.from(standing)).build();
    }

    @POST
    @Path("/contacted")
    @RolesAllowed({SALES_DESK, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Report that the customer was spoken to")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkReportRequest.class),
                            examples =
                                    @ExampleObject(name = "report", value = "{\"note\": \"Spoke to her by phone.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "How the work stands.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkResponse.class),
                            examples = @ExampleObject(name = "work", value = WORK)))
    public Response contacted(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @Nullable WorkReportRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(WorkResponse.from(reportWork.contacted(id, reporter(), note(request))))
                        .build());
    }

    @POST
    @Path("/working")
    @RolesAllowed({SALES_DESK, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Report that the customer wants to go on and is being worked with")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkReportRequest.class),
                            examples =
                                    @ExampleObject(name = "report", value = "{\"note\": \"Needs are written down.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "How the work stands.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkResponse.class),
                            examples = @ExampleObject(name = "work", value = WORK)))
    public Response working(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @Nullable WorkReportRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(WorkResponse.from(reportWork.working(id, reporter(), note(request))))
                        .build());
    }

    @POST
    @Path("/notes")
    @RolesAllowed({SALES_DESK, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Write down what there is to tell; the lead stays where it is, and the silence ends")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkNoteRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "note",
                                            value = "{\"note\": \"Wants a demonstration next week.\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The note.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkNoteResponse.class),
                            examples = @ExampleObject(name = "note", value = NOTE)))
    public Response addNote(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WorkNoteRequest request) {
        return idempotency.once(key, request, () -> {
            WorkNotes.Note note = reportWork.note(id, reporter(), request.note() == null ? "" : request.note());
            return Response.created(URI.create("/v1/leads/" + id + "/notes"))
                    .entity(WorkNoteResponse.from(note))
                    .build();
        });
    }

    @GET
    @Path("/notes")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read the notes on a lead, newest first; a partner reads its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of notes.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkNotePage.class),
                            examples = @ExampleObject(name = "page", value = "{\"items\": [" + NOTE + "]}")))
    public Response notes(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        mayRead(id);
        UUID own = caller.isVendor() ? null : own();
        List<WorkNoteResponse> rows = notes.of(id, own, CursorId.decode(cursor), limit + 1).stream()
                .map(WorkNoteResponse::from)
                .toList();
        return Pages.respond(rows, limit, note -> Cursor.encode(note.id()), uri);
    }

    @POST
    @Path("/recall")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Take a lead back from the partner that accepted it; it is routed anew")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WhyRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "recall",
                                            value = "{\"why\": \"The customer says that nobody called.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The lead.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadResponse.class),
                            examples = @ExampleObject(name = "lead", value = LeadExamples.LEAD)))
    public Response recall(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull WhyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(LeadResponse.whole(watchWork.recall(id, request.why(), caller.name())))
                        .build());
    }

    /** Another partner's lead is not there; one that the partner once worked on is, as far as its own notes go. */
    private void mayRead(UUID id) {
        Lead lead = leads.one(id);
        if (!caller.isVendor() && !leads.wasAccepted(lead.id(), own())) {
            throw ProblemException.notFound("lead", id);
        }
    }

    private ReportWork.Reporter reporter() {
        return new ReportWork.Reporter(caller.name(), caller.isVendor() ? null : own());
    }

    private static @Nullable String note(@Nullable WorkReportRequest request) {
        return request == null ? null : request.note();
    }

    private UUID own() {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }
}
