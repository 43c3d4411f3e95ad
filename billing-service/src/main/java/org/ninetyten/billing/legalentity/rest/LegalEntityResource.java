package org.ninetyten.billing.legalentity.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.legalentity.KeepLegalEntity;
import org.ninetyten.billing.legalentity.LegalEntities;
import org.ninetyten.billing.legalentity.LegalEntity;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** The companies of the vendor that bill partners. */
@Path("/v1/legal-entities")
@Tag(name = "Legal entities")
class LegalEntityResource {

    private static final String CIS = "CIS";

    private final LegalEntities entities;
    private final KeepLegalEntity keep;
    private final Idempotency idempotency;
    private final Caller caller;

    LegalEntityResource(LegalEntities entities, KeepLegalEntity keep, Idempotency idempotency, Caller caller) {
        this.entities = entities;
        this.keep = keep;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "The companies of the vendor, by their codes")
    public List<LegalEntityResponse> all() {
        return entities.all().stream().map(LegalEntityResponse::from).toList();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "One company of the vendor")
    @APIResponse(
            responseCode = "200",
            description = "The company; its version as ETag",
            content = @Content(schema = @Schema(implementation = LegalEntityResponse.class)))
    public Response one(@PathParam("code") @Parameter(example = CIS) @Size(max = 10) String code) {
        return answer(
                Response.ok(), entities.find(code).orElseThrow(() -> ProblemException.notFound("legal entity", code)));
    }

    @POST
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(
            summary = "Add a company, which bills the partners of its region from the next statement on",
            description = "Its self-billing numbers begin with its prefix and the year, and have no gaps.")
    @APIResponse(
            responseCode = "201",
            description = "The company; its version as ETag",
            content = @Content(schema = @Schema(implementation = LegalEntityResponse.class)))
    public Response add(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull AddLegalEntityRequest request) {
        return idempotency.once(
                key,
                request,
                () -> answer(
                        Response.created(URI.create("/v1/legal-entities/" + request.code())),
                        keep.add(request.draft(), request.why(), caller.name())));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(
            summary = "Change a company: its name, country, region or holidays",
            description = "Statements that were issued, and deadlines that were set, stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "The company; its version as ETag",
            content = @Content(schema = @Schema(implementation = LegalEntityResponse.class)))
    public Response change(
            @PathParam("code") @Parameter(example = CIS) @Size(max = 10) String code,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull ChangeLegalEntityRequest request) {
        return answer(
                Response.ok(),
                keep.change(
                        code,
                        request.name(),
                        HolidayRequest.country(request.country()),
                        request.region(),
                        HolidayRequest.read(request.holidays()),
                        version -> Versions.require(ifMatch, version),
                        request.why(),
                        caller.name()));
    }

    private static Response answer(Response.ResponseBuilder response, LegalEntity entity) {
        return response.entity(LegalEntityResponse.from(entity))
                .tag(Versions.tag(entity.version()))
                .build();
    }
}
