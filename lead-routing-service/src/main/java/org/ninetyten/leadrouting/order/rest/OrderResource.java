package org.ninetyten.leadrouting.order.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
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
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.order.FollowUp;
import org.ninetyten.leadrouting.order.FollowUpOrder;
import org.ninetyten.leadrouting.order.Orders;
import org.ninetyten.leadrouting.order.PlaceOrder;
import org.ninetyten.leadrouting.order.WebOrder;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Versions;

/** Orders from the website. */
@Path("/v1/orders")
@Tag(name = "Orders")
class OrderResource {

    private final PlaceOrder placeOrder;
    private final FollowUpOrder followUpOrder;
    private final Orders orders;
    private final Idempotency idempotency;
    private final Caller caller;

    OrderResource(
            PlaceOrder placeOrder, FollowUpOrder followUpOrder, Orders orders, Idempotency idempotency, Caller caller) {
        this.placeOrder = placeOrder;
        this.followUpOrder = followUpOrder;
        this.orders = orders;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({WEBSITE, SALES_DESK, ADMIN})
    @Operation(
            summary = "Place an order; it makes a lead, and a deal with the partner that accepts it",
            description = """
                    A licence without any work is never refused, whatever the programme's mode: the order is listed until \
                    somebody has offered the work.""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlaceOrderRequest.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.PLACE)))
    @APIResponse(
            responseCode = "201",
            description = "The order.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderResponse.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
    @APIResponse(
            responseCode = "200",
            description = "The order with this id was placed before; this is it.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderResponse.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
    public Response place(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull PlaceOrderRequest request) {
        return idempotency.once(key, request, () -> {
            PlaceOrder.Placed placed =
                    placeOrder.place(request.orderId(), request.currency(), request.toLines(), request.toLead());
            return answer(
                    placed.isNew()
                            ? Response.created(
                                    URI.create("/v1/orders/" + placed.order().id()))
                            : Response.ok(),
                    placed.order());
        });
    }

    @GET
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "List orders, oldest first, such as those that wait for a follow-up; a partner gets its own")
    @APIResponse(
            responseCode = "200",
            description = "One page of orders.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderPage.class),
                            examples = @ExampleObject(name = "page", value = OrderExamples.PAGE)))
    public Response list(
            @QueryParam("followUp") @Nullable FollowUp followUp,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("orderId") @Size(max = 100) @Nullable String orderId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID owner = caller.isVendor()
                ? partnerId
                : caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (partnerId != null && !partnerId.equals(owner)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        List<OrderResponse> rows =
                orders.list(new Orders.Filter(followUp, owner, orderId, CursorId.decode(cursor)), limit + 1).stream()
                        .map(OrderResponse::from)
                        .toList();
        return Pages.respond(rows, limit, order -> Cursor.encode(order.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SALES_DESK, PARTNER_MANAGER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Read an order")
    @APIResponse(
            responseCode = "200",
            description = "The order.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderResponse.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
    public Response one(@PathParam("id") UUID id) {
        return answer(Response.ok(), owned(id));
    }

    @POST
    @Path("/{id}/follow-up")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MEMBER, SALES_DESK, PARTNER_MANAGER, ADMIN})
    @Operation(summary = "Note what came of offering the work that belongs to an ordered licence")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FollowUpRequest.class),
                            examples = @ExampleObject(name = "outcome", value = OrderExamples.FOLLOW_UP)))
    @APIResponse(
            responseCode = "200",
            description = "The order, which waits no more.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OrderResponse.class),
                            examples = @ExampleObject(name = "order", value = OrderExamples.ORDER)))
    public Response followUp(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull FollowUpRequest request) {
        owned(id);
        return idempotency.once(
                key,
                request,
                () -> answer(Response.ok(), followUpOrder.end(id, request.outcome(), request.note(), caller.name())));
    }

    private static Response answer(Response.ResponseBuilder response, WebOrder order) {
        return response.tag(Versions.tag(order.version()))
                .entity(OrderResponse.from(order))
                .build();
    }

    private WebOrder owned(UUID id) {
        WebOrder order = orders.require(id);
        UUID partner = order.partnerId();
        if (partner != null) {
            caller.mustOwn(partner, "order", id);
        } else if (!caller.isVendor()) {
            throw ProblemException.notFound("order", id);
        }
        return order;
    }
}
