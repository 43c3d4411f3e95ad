package org.ninetyten.leadrouting.customer.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;
import static org.ninetyten.messaging.http.Roles.WEBSITE;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.AskForChange;
import org.ninetyten.leadrouting.customer.ChangeRequest;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.customer.MovePartnerOfRecord;
import org.ninetyten.leadrouting.customer.PartnerOfRecordMove;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.ProblemException;

/** Customers and whose they are. Who a customer is stands in its leads. */
@Path("/v1/customers")
@Tag(name = "Customers")
class CustomerResource {

    private final Customers customers;
    private final MovePartnerOfRecord movePartnerOfRecord;
    private final AskForChange askForChange;
    private final Idempotency idempotency;
    private final Caller caller;

    CustomerResource(
            Customers customers,
            MovePartnerOfRecord movePartnerOfRecord,
            AskForChange askForChange,
            Idempotency idempotency,
            Caller caller) {
        this.customers = customers;
        this.movePartnerOfRecord = movePartnerOfRecord;
        this.askForChange = askForChange;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({PARTNER_MANAGER, SALES_DESK, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read whose a customer is; a partner reads its own customers")
    @APIResponse(
            responseCode = "200",
            description = "The customer.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CustomerResponse.class),
                            examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
    public Response one(@PathParam("id") UUID id) {
        Customers.Customer customer = customers.require(id);
        if (caller.isVendor()) {
            return Response.ok(CustomerResponse.from(customer, customers.moves(id)))
                    .build();
        }
        UUID owner = customer.partnerOfRecord();
        if (owner == null) {
            throw ProblemException.notFound("customer", id);
        }
        caller.mustOwn(owner, "customer", id);
        return Response.ok(CustomerResponse.from(customer, null)).build();
    }

    @POST
    @Path("/{id}/partner-of-record")
    @RolesAllowed({PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Give a customer another partner of record; what was sold before stays with who sold it")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MoveCustomerRequest.class),
                            examples = @ExampleObject(name = "move", value = CustomerExamples.MOVE)))
    @APIResponse(
            responseCode = "200",
            description = "The customer.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CustomerResponse.class),
                            examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull MoveCustomerRequest request) {
        return idempotency.once(key, request, () -> {
            Customers.Customer moved = movePartnerOfRecord.move(
                    id, request.partnerId(), PartnerOfRecordMove.Cause.MOVED, request.why(), caller.name());
            return Response.ok(CustomerResponse.from(moved, customers.moves(id)))
                    .build();
        });
    }

    @POST
    @Path("/{id}/change-requests")
    @RolesAllowed({WEBSITE, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Ask for another partner on the customer's behalf; one request is open at a time")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AskForChangeRequest.class),
                            examples = @ExampleObject(name = "wish", value = CustomerExamples.ASK)))
    @APIResponse(
            responseCode = "201",
            description = "The request, which a partner manager decides.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ChangeRequest.class),
                            examples = @ExampleObject(name = "request", value = CustomerExamples.REQUEST)))
    public Response ask(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull AskForChangeRequest request) {
        return idempotency.once(key, request, () -> {
            ChangeRequest asked = askForChange.ask(id, request.partnerId(), request.why(), caller.name());
            return Response.created(URI.create("/v1/change-requests?state=OPEN"))
                    .entity(asked)
                    .build();
        });
    }
}
