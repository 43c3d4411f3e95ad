package org.ninetyten.events.budget.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Currency;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.budget.Budgets;
import org.ninetyten.events.budget.CreateBudget;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Problem;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.messaging.http.Roles;

/** Budgets. */
@Path("/v1/budgets")
@Tag(name = "Budgets")
public class BudgetResource {

    private final CreateBudget createBudget;
    private final Budgets budgets;
    private final Idempotency idempotency;
    private final Caller caller;

    @Inject
    BudgetResource(CreateBudget createBudget, Budgets budgets, Idempotency idempotency, Caller caller) {
        this.createBudget = createBudget;
        this.budgets = budgets;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.MARKETING, Roles.ADMIN})
    @Operation(summary = "Create the budget of a year, region and currency")
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BudgetResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "There is one already (budget-already-exists).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CreateBudgetRequest request) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(request.currency()))) {
            throw ProblemException.invalid("currency", "is no ISO 4217 currency");
        }
        return idempotency.once(key, request, () -> {
            var budget = createBudget.handle(
                    caller.name(), request.year(), request.region(), request.currency(), request.amountMinor());
            return Response.created(URI.create("/v1/budgets/" + budget.id()))
                    .entity(BudgetResponse.from(budget))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.MARKETING,
        Roles.PARTNER_MANAGER,
        Roles.FINANCE,
        Roles.FINANCE_APPROVER,
        Roles.EXECUTIVE,
        Roles.ADMIN
    })
    @Operation(summary = "Read a budget, and how much of it is reserved and spent")
    @APIResponse(
            responseCode = "200",
            description = "The budget as it stands.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BudgetResponse.class)))
    public Response get(UUID id) {
        return Response.ok(budgets.findByIdOptional(id)
                        .map(BudgetResponse::from)
                        .orElseThrow(() -> ProblemException.notFound("budget", id)))
                .build();
    }
}
