package org.ninetyten.academy.credential.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.credential.Credential;
import org.ninetyten.academy.credential.CredentialQueries;
import org.ninetyten.academy.credential.ImportCredentials;
import org.ninetyten.academy.credential.RevokeCredential;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.RateLimited;
import org.ninetyten.messaging.http.Roles;

/** Credentials: granted by exams, taken over from older programmes, checked by anybody. */
@Path("/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
public class CredentialResource {

    private final ImportCredentials importCredentials;
    private final RevokeCredential revokeCredential;
    private final CredentialQueries queries;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    @Inject
    CredentialResource(
            ImportCredentials importCredentials,
            RevokeCredential revokeCredential,
            CredentialQueries queries,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.importCredentials = importCredentials;
        this.revokeCredential = revokeCredential;
        this.queries = queries;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/import")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Take over up to 1000 credentials of an older programme; doing so again changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "What became of each.",
            content = @Content(schema = @Schema(implementation = ImportCredentialsResponse.class)))
    public Response importAll(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ImportCredentialsRequest request) {
        return idempotency.once(
                key,
                request,
                () -> Response.ok(ImportCredentialsResponse.from(
                                importCredentials.handle(request.items(), caller.name())))
                        .build());
    }

    @GET
    @RolesAllowed({
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER,
        Roles.PARTNER_MANAGER,
        Roles.SALES_DESK,
        Roles.FINANCE,
        Roles.FINANCE_APPROVER,
        Roles.MARKETING,
        Roles.ACADEMY_EDITOR,
        Roles.EXAMINER,
        Roles.EXECUTIVE,
        Roles.ADMIN
    })
    @Operation(summary = "List credentials; a partner sees its own")
    @APIResponse(
            responseCode = "200",
            description = "A page of credentials, the oldest first.",
            content = @Content(schema = @Schema(implementation = CredentialPage.class)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("staffId") @Nullable UUID staffId,
            @QueryParam("competency") @Nullable Competency competency,
            @QueryParam("externalId") @Size(max = 100) @Nullable String externalId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID asked = partnerId;
        if (partnerId != null) {
            caller.mustOwn(partnerId, "partner", partnerId);
        } else if (!caller.isVendor()) {
            asked = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of this token"));
        }
        List<CredentialResponse> rows = queries
                .list(new CredentialQueries.Filter(asked, staffId, competency, externalId), idIn(cursor), limit)
                .stream()
                .map(credential -> CredentialResponse.from(credential, today()))
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.PARTNER_ADMIN,
        Roles.PARTNER_MEMBER,
        Roles.PARTNER_MANAGER,
        Roles.SALES_DESK,
        Roles.FINANCE,
        Roles.FINANCE_APPROVER,
        Roles.MARKETING,
        Roles.ACADEMY_EDITOR,
        Roles.EXAMINER,
        Roles.EXECUTIVE,
        Roles.ADMIN
    })
    @Operation(summary = "Read a credential")
    @APIResponse(responseCode = "200", description = "The credential.")
    public CredentialResponse get(@PathParam("id") UUID id) {
        Credential credential = queries.get(id);
        caller.mustOwn(credential.partnerId(), "credential", id);
        return CredentialResponse.from(credential, today());
    }

    @POST
    @Path("/{id}/revoke")
    @RolesAllowed({Roles.ACADEMY_EDITOR, Roles.ADMIN})
    @Operation(summary = "Take a credential back, for good")
    @APIResponse(
            responseCode = "200",
            description = "The revoked credential.",
            content = @Content(schema = @Schema(implementation = CredentialResponse.class)))
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RevokeCredentialRequest request) {
        return idempotency.once(key, request, () -> {
            Credential credential = revokeCredential.handle(id, request.reason(), request.note(), caller.name());
            return Response.ok(CredentialResponse.from(credential, today())).build();
        });
    }

    @GET
    @Path("/{id}/verification")
    @PermitAll
    @RateLimited(perMinute = 60)
    @Operation(summary = "Check a credential; open to everybody, says nothing about the person")
    @APIResponse(responseCode = "200", description = "Whether it counts.")
    @APIResponse(responseCode = "429", description = "Too many checks from one address; Retry-After says when.")
    public VerificationResponse verify(@PathParam("id") UUID id) {
        return VerificationResponse.from(queries.get(id), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    private static @Nullable UUID idIn(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? null : UUID.fromString(values.getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** How a page of credentials looks, for the documentation. */
    record CredentialPage(
            List<CredentialResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
