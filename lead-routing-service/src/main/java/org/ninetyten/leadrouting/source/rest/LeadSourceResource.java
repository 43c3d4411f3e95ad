package org.ninetyten.leadrouting.source.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.source.LeadSources;
import org.ninetyten.leadrouting.source.ResumeSource;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;

/** Where leads come from. */
@Path("/v1/lead-sources")
@Tag(name = "Lead sources")
class LeadSourceResource {

    private static final String SOURCES = """
            [{"source": "DEMO_REQUEST", "campaign": "autumn", "leads": 412, "judged": 60, "bad": 21, "badPercent": 35,
              "pausedSince": "2026-11-24T10:00:00Z"}]""";

    private final LeadSources sources;
    private final ResumeSource resumeSource;
    private final Idempotency idempotency;
    private final Caller caller;

    LeadSourceResource(LeadSources sources, ResumeSource resumeSource, Idempotency idempotency, Caller caller) {
        this.sources = sources;
        this.resumeSource = resumeSource;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, EXECUTIVE, ADMIN})
    @Operation(summary = "Read the sources of leads, how their leads turned out, and which are paused")
    @APIResponse(
            responseCode = "200",
            description = "All sources of the policy's window, in the order of their names.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LeadSourceResponse[].class),
                            examples = @ExampleObject(name = "sources", value = SOURCES)))
    public Response list(@QueryParam("paused") @DefaultValue("false") boolean paused) {
        return Response.ok(sources.report(paused).stream()
                        .map(LeadSourceResponse::from)
                        .toList())
                .build();
    }

    @POST
    @Path("/resume")
    @RolesAllowed({SALES_DESK, ADMIN})
    @Operation(summary = "Route leads of a paused source again; feedback from before no longer counts against it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ResumeSourceRequest.class),
                            examples = @ExampleObject(name = "form mended", value = """
                                    {"source": "DEMO_REQUEST", "campaign": "autumn",
                                     "why": "The form asks for the company now."}""")))
    @APIResponse(responseCode = "204", description = "Leads of the source are routed again.")
    public Response resume(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull ResumeSourceRequest request) {
        return idempotency.once(key, request, () -> {
            resumeSource.resume(request.source(), request.campaign(), request.why(), caller.name());
            return Response.noContent().build();
        });
    }
}
