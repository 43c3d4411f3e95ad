package org.ninetyten.leadrouting.deal.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;
import static org.ninetyten.messaging.http.Roles.WEBSITE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.leadrouting.deal.CheckEstimate;

/** Estimates that are still being written. */
@Path("/v1/estimates")
@Tag(name = "Deals")
class EstimateResource {

    private final CheckEstimate checkEstimate;

    EstimateResource(CheckEstimate checkEstimate) {
        this.checkEstimate = checkEstimate;
    }

    @POST
    @Path("/check")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, WEBSITE, ADMIN})
    @Operation(summary = "Check lines against 90/10 while they are being written; nothing is kept")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EstimateRequest.class),
                            examples = @ExampleObject(name = "licence only", value = DealExamples.LICENCE_ONLY)))
    @APIResponse(
            responseCode = "200",
            description = "What the lines add up to, and what is missing.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EstimateResponse.class),
                            examples = @ExampleObject(name = "check", value = DealExamples.CHECK)))
    public Response check(@Valid @NotNull EstimateRequest request) {
        return Response.ok(EstimateResponse.from(checkEstimate.check(request.lines().stream()
                        .map(EstimateRequest.LineRequest::toLine)
                        .toList())))
                .build();
    }
}
