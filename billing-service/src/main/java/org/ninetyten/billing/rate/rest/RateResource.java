package org.ninetyten.billing.rate.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.rate.Conversions.Wanted;
import org.ninetyten.billing.rate.ExchangeRate;
import org.ninetyten.billing.rate.ExchangeRates;
import org.ninetyten.billing.rate.KeepRates;
import org.ninetyten.billing.rate.NewRate;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Idempotency;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** The exchange rates that sums of other currencies are compared by. */
@Path("/v1/exchange-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange rates")
class RateResource {

    private static final String ECB_XML = """
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
            xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube><Cube time="2026-11-27">\
            <Cube currency="USD" rate="1.0812"/></Cube></Cube></gesmes:Envelope>""";

    private final ExchangeRates rates;
    private final KeepRates keep;
    private final Idempotency idempotency;
    private final Caller caller;

    RateResource(ExchangeRates rates, KeepRates keep, Idempotency idempotency, Caller caller) {
        this.rates = rates;
        this.keep = keep;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "The rates as they were said, the latest days first, of all pairs or of one")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = RatePage.class)))
    public Response list(
            @QueryParam("base") @Parameter(example = "EUR") @Size(max = 3) @Nullable String base,
            @QueryParam("quote") @Parameter(example = "USD") @Size(max = 3) @Nullable String quote,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        return Pages.respond(
                rates.list(
                        base == null ? null : currency("base", base),
                        quote == null ? null : currency("quote", quote),
                        limit + 1,
                        before(cursor)),
                limit,
                rate -> Cursor.encode(rate.on(), rate.id()),
                uri);
    }

    @GET
    @Path("/conversion")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "What a sum is worth in another currency on a day", description = """
                By a rate of the pair, else of the pair the other way round, else through the euro; of the day or the last \
                one before it.""")
    public ConversionResponse conversion(
            @QueryParam("from") @Parameter(example = "USD") @NotNull @Size(max = 3) String from,
            @QueryParam("to") @Parameter(example = "EUR") @NotNull @Size(max = 3) String to,
            @QueryParam("on")
                    @Parameter(example = "2026-11-28", schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @NotNull
                    @Size(max = 20)
                    String on,
            @QueryParam("amountMinor") @Min(0) @Max(1_000_000_000_000_000L) long amountMinor,
            @QueryParam("maxAgeDays") @DefaultValue("10") @Min(0) @Max(366) int maxAgeDays) {
        LocalDate day = date("on", on);
        Wanted wanted = new Wanted(currency("from", from), currency("to", to), day, maxAgeDays);
        return rates.conversion(wanted)
                .map(conversion -> ConversionResponse.of(conversion, day, amountMinor))
                .orElseThrow(() -> ProblemException.notFound("exchange rate", from + " to " + to + " on " + day));
    }

    @POST
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Keep a rate; another one of the same day and source replaces it for what comes later")
    @APIResponse(
            responseCode = "200",
            description = "The rate as it is used from now on",
            content = @Content(schema = @Schema(implementation = ExchangeRate.class)))
    public Response add(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @Valid @NotNull RateRequest request) {
        NewRate rate = request.newRate();
        return idempotency.once(
                key,
                request,
                () -> Response.ok(keep.keep(rate, request.why(), caller.name())).build());
    }

    @POST
    @Path("/import")
    @Blocking
    @Consumes({"text/csv", MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed({FINANCE, ADMIN})
    @Operation(summary = "Keep the rates of a file, all or none", description = """
                CSV with the header date,base,quote,rate (then say the source), or the CSV or XML of the European Central \
                Bank's reference rates as published (eurofxref, of a day or its history). Rates that are known are left out, \
                so the same file again changes nothing.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples =
                                @ExampleObject(
                                        name = "own",
                                        value = "date,base,quote,rate\n2026-11-27,EUR,KZT,563.12\n")),
                @Content(
                        mediaType = MediaType.APPLICATION_XML,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples = @ExampleObject(name = "eurofxref", value = ECB_XML))
            })
    @APIResponse(
            responseCode = "200",
            description = "How many were new",
            content = @Content(schema = @Schema(implementation = KeepRates.Imported.class)))
    public KeepRates.Imported importFile(
            @HeaderParam("Content-Type") String type,
            @QueryParam("source")
                    @Parameter(
                            description = "Who says the rates of a file of our own format.",
                            example = "National Bank")
                    @Size(max = 50)
                    @Nullable
                    String source,
            InputStream body) {
        return keep.importFile(
                body,
                MediaType.valueOf(type).getSubtype().equals("csv") ? KeepRates.Format.CSV : KeepRates.Format.XML,
                source,
                caller.name());
    }

    private static Currency currency(String field, String code) {
        try {
            return NewRate.currency(code);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, String.valueOf(e.getMessage()));
        }
    }

    private static LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException e) {
            // Falls through to the same refusal.
        }
        throw ProblemException.invalid(field, "is not a date such as 2026-11-23");
    }

    private static ExchangeRates.@Nullable Before before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new ExchangeRates.Before(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    @Schema(examples = """
            {"items": [{"id": "019ab0fb-1000-7a1b-8a1b-0b1c2d3e4f1b", "source": "ECB", "base": "EUR", "quote": "USD",
              "on": "2026-11-27", "rate": 1.0812}]}
            """)
    record RatePage(
            List<ExchangeRate> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}
}
