package org.ninetyten.leadrouting.explanation.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ninetyten.leadrouting.explanation.ExplainDecision;
import org.ninetyten.leadrouting.explanation.Language;
import org.ninetyten.leadrouting.explanation.ReplayDecision;
import org.ninetyten.leadrouting.explanation.Sentences;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** Why leads went where they went. */
@Path("/v1/leads")
@Tag(name = "Explanations")
class ExplanationResource {

    private final ExplainDecision explain;
    private final ReplayDecision replay;
    private final Caller caller;

    ExplanationResource(ExplainDecision explain, ReplayDecision replay, Caller caller) {
        this.explain = explain;
        this.replay = replay;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/decisions")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read why a lead went where it went, also in sentences; a partner sees its own row")
    @APIResponse(
            responseCode = "200",
            description = "All decisions about the lead, the first one first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DecisionResponse[].class),
                            examples = @ExampleObject(name = "decisions", value = ExplanationExamples.DECISIONS)))
    public Response decisions(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Sentences sentences = sentences(headers);
        if (!caller.isVendor()) {
            List<DecisionResponse> mine = new ArrayList<>();
            for (ExplainDecision.Own own : explain.own(id, own())) {
                RoutingDecision.Row row = own.part().row();
                if (row != null) {
                    mine.add(DecisionResponse.ofPartner(id, own, row, sentences));
                }
            }
            if (mine.isEmpty()) {
                throw ProblemException.notFound("lead", id);
            }
            return answer(mine, headers);
        }
        return answer(
                explain.whole(id).stream()
                        .map(whole -> DecisionResponse.whole(whole, sentences))
                        .toList(),
                headers);
    }

    @GET
    @Path("/{id}/why-not-me")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "Read one's own part in the decisions about a lead: the failed filter, or the place in line",
            description = "For any lead that the partner was a candidate for. It learns nothing of other partners.")
    @APIResponse(
            responseCode = "200",
            description = "One part for each decision, the first one first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OwnPartResponse[].class),
                            examples = @ExampleObject(name = "parts", value = ExplanationExamples.PARTS)))
    public Response whyNotMe(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Sentences sentences = sentences(headers);
        return answer(
                explain.own(id, own()).stream()
                        .map(own -> OwnPartResponse.of(own, sentences))
                        .toList(),
                headers);
    }

    @GET
    @Path("/{id}/decisions/{decisionId}/replay")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN})
    @Operation(summary = "Make a stored decision again and compare: the same answer, or where it differs")
    @APIResponse(
            responseCode = "200",
            description = "What the replay gave. Nothing is changed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReplayResponse.class),
                            examples = @ExampleObject(name = "replay", value = ExplanationExamples.REPLAY)))
    public Response replay(@PathParam("id") UUID id, @PathParam("decisionId") UUID decisionId) {
        return Response.ok(ReplayResponse.of(decisionId, replay.replay(id, decisionId)))
                .build();
    }

    private UUID own() {
        return caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
    }

    private static Sentences sentences(HttpHeaders headers) {
        return Sentences.in(Language.of(headers.getAcceptableLanguages()));
    }

    private static Response answer(List<?> body, HttpHeaders headers) {
        return Response.ok(body)
                .language(Language.of(headers.getAcceptableLanguages()).locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
