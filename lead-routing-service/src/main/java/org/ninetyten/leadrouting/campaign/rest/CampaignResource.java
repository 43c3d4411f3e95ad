package org.ninetyten.leadrouting.campaign.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
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
import org.ninetyten.leadrouting.campaign.EndCampaign;
import org.ninetyten.leadrouting.campaign.PartnerCampaign;
import org.ninetyten.leadrouting.campaign.PartnerCampaigns;
import org.ninetyten.leadrouting.campaign.StartCampaign;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;

/** The campaigns that partners run. */
@Path("/v1/partner-campaigns")
@Tag(name = "Partner campaigns")
class CampaignResource {

    private static final String CAMPAIGN = """
            {"id": "0199f1d2-7c10-7c3e-9b41-5a0c6a8e7001", "campaign": "spring-fair",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "startedAt": "2026-11-23T09:00:00Z"}""";
    private static final String ENDED = """
            {"id": "0199f1d2-7c10-7c3e-9b41-5a0c6a8e7001", "campaign": "spring-fair",
             "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001", "startedAt": "2026-11-23T09:00:00Z",
             "endedAt": "2026-12-23T09:00:00Z"}""";
    private static final String PAGE = "{\"items\": [" + CAMPAIGN + "]}";

    private final PartnerCampaigns campaigns;
    private final StartCampaign startCampaign;
    private final EndCampaign endCampaign;
    private final Idempotency idempotency;
    private final Caller caller;

    CampaignResource(
            PartnerCampaigns campaigns,
            StartCampaign startCampaign,
            EndCampaign endCampaign,
            Idempotency idempotency,
            Caller caller) {
        this.campaigns = campaigns;
        this.startCampaign = startCampaign;
        this.endCampaign = endCampaign;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "List the running campaigns of partners by name")
    @APIResponse(
            responseCode = "200",
            description = "One page of campaigns.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CampaignPage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<String> after = Cursor.decode(cursor, 1);
        List<CampaignResponse> rows = campaigns.running(after.isEmpty() ? null : after.getFirst(), limit + 1).stream()
                .map(CampaignResponse::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.campaign()), uri);
    }

    @POST
    @RolesAllowed({PARTNER_MANAGER, MARKETING, ADMIN})
    @Operation(summary = "Start a campaign of a partner: it comes first for the leads that name the campaign")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StartCampaignRequest.class),
                            examples = @ExampleObject(name = "campaign", value = """
                                    {"campaign": "spring-fair",
                                     "partnerId": "0199f1d2-0001-7c3e-9b41-5a0c6a8e3001"}""")))
    @APIResponse(
            responseCode = "201",
            description = "The campaign.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CampaignResponse.class),
                            examples = @ExampleObject(name = "campaign", value = CAMPAIGN)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull StartCampaignRequest request) {
        return idempotency.once(key, request, () -> {
            PartnerCampaign started = startCampaign.start(request.campaign(), request.partnerId(), caller.name());
            return Response.created(URI.create("/v1/partner-campaigns/" + started.id()))
                    .entity(CampaignResponse.from(started))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "Read a campaign of a partner")
    @APIResponse(
            responseCode = "200",
            description = "The campaign.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CampaignResponse.class),
                            examples = @ExampleObject(name = "campaign", value = CAMPAIGN)))
    public Response one(@PathParam("id") UUID id) {
        return Response.ok(CampaignResponse.from(campaigns.require(id))).build();
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed({PARTNER_MANAGER, MARKETING, ADMIN})
    @Operation(summary = "End a campaign: leads that still name it take turns like any other")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EndCampaignRequest.class),
                            examples = @ExampleObject(name = "end", value = "{\"why\": \"The fair is over.\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The campaign with its end.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CampaignResponse.class),
                            examples = @ExampleObject(name = "ended campaign", value = ENDED)))
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull EndCampaignRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(CampaignResponse.from(endCampaign.end(id, request.why(), caller.name())))
                        .build());
    }
}
