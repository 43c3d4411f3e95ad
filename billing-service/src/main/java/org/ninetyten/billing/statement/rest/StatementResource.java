package org.ninetyten.billing.statement.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.statement.Statement;
import org.ninetyten.billing.statement.StatementLine;
import org.ninetyten.billing.statement.StatementPdf;
import org.ninetyten.billing.statement.Statements;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** What partners were told each month. */
@Path("/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
class StatementResource {

    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";
    private static final int LINES_AT_ONCE = 1_000;
    private static final String[] COLUMNS = {
        "number",
        "period",
        "currency",
        "ordinal",
        "kind",
        "accrualId",
        "dealId",
        "lineId",
        "incomePoint",
        "invoiceDate",
        "amountMinor",
        "zeroReason",
        "journalEntryId",
        "trace"
    };

    private final Statements statements;
    private final Caller caller;

    StatementResource(Statements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "Statements, newest first: a partner sees its own, the vendor all or those of one partner")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = StatementPage.class)))
    public Response list(
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("period") @Parameter(example = "2026-09") @Size(max = 10) @Nullable String period,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        UUID whose = partnerId;
        if (!caller.isVendor()) {
            UUID own = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
            whose = partnerId == null ? own : partnerId;
            caller.mustOwn(whose, "partner", whose);
        }
        List<StatementResponse> rows =
                statements
                        .newest(whose, period == null ? null : Months.of("period", period), limit + 1, before(cursor))
                        .stream()
                        .map(StatementResponse::from)
                        .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.issuedAt(), row.id()), uri);
    }

    @GET
    @Path("/differences")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(
            summary = "Where statements and partners' accounts don't say the same: nowhere",
            description = "Reads all postings to partners' accounts. At most a hundred are listed.")
    public List<DifferenceResponse> differences() {
        return statements.differences().stream().map(DifferenceResponse::from).toList();
    }

    @GET
    @Path("/balances")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(
            summary =
                    "What all partners together are owed, by currency: as their accounts and as their statements say it",
            description = "accounts = stated + notStated. Reads all postings to partners' accounts.")
    public List<BalanceResponse> balances() {
        return statements.balances().stream().map(BalanceResponse::from).toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "One statement")
    public StatementResponse one(@PathParam("id") UUID id) {
        return StatementResponse.from(require(id));
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(summary = "The lines of a statement with their traces; lines of nothing say why they are nothing")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link header to the next one",
            content = @Content(schema = @Schema(implementation = LinePage.class)))
    public Response lines(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 200) @Nullable String cursor,
            @Context UriInfo uri) {
        require(id);
        List<StatementLineResponse> rows = statements.lines(id, after(cursor), limit + 1).stream()
                .map(StatementLineResponse::from)
                .toList();
        return Pages.respond(rows, limit, row -> Cursor.encode(row.ordinal()), uri);
    }

    @GET
    @Path("/{id}/document")
    @Produces({PDF, CSV})
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN, PARTNER_ADMIN, PARTNER_MEMBER})
    @Operation(
            summary = "A statement as a file: PDF in the language asked for, or CSV",
            description = "Accept-Language: ru, en, es, pt, fr or de; sums and dates are written in its manner.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value =
                                                "number,period,currency,ordinal,kind,accrualId,dealId,lineId,incomePoint,"
                                                        + "invoiceDate,amountMinor,zeroReason,journalEntryId,trace\n"))
            })
    public Response document(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Statement statement = require(id);
        boolean csv = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.valueOf(PDF)) || type.isCompatible(MediaType.valueOf(CSV)))
                .findFirst()
                .filter(type -> !type.isWildcardType() && type.getSubtype().equals("csv"))
                .isPresent();
        Locale locale = StatementPdf.choose(headers.getAcceptableLanguages());
        StreamingOutput file = output -> {
            if (csv) {
                writeCsv(statement, output);
            } else {
                StatementPdf.write(statement, after -> statements.lines(id, after, LINES_AT_ONCE), locale, output);
            }
        };
        return Response.ok(file, csv ? CSV : PDF)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + statement.number() + (csv ? ".csv\"" : ".pdf\""))
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private void writeCsv(Statement statement, OutputStream output) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(output, UTF_8))) {
            csv.writeRecord(COLUMNS);
            List<StatementLine> page = statements.lines(statement.id(), 0, LINES_AT_ONCE);
            while (!page.isEmpty()) {
                for (StatementLine line : page) {
                    csv.writeRecord(
                            statement.number(),
                            statement.period().toString(),
                            statement.currency(),
                            Integer.toString(line.ordinal()),
                            line.kind().name(),
                            text(line.accrualId()),
                            text(line.dealId()),
                            text(line.lineId()),
                            text(line.incomePoint()),
                            text(line.invoiceDate()),
                            Long.toString(line.amountMinor()),
                            text(line.zeroReason()),
                            text(line.journalEntryId()),
                            text(line.trace()));
                }
                page = statements.lines(statement.id(), page.getLast().ordinal(), LINES_AT_ONCE);
            }
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private Statement require(UUID id) {
        Statement statement = statements.find(id).orElseThrow(() -> ProblemException.notFound("statement", id));
        caller.mustOwn(statement.partnerId(), "statement", id);
        return statement;
    }

    private static int after(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 1);
        try {
            return values.isEmpty() ? 0 : Integer.parseInt(values.getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    private static Statements.@Nullable Before before(@Nullable String cursor) {
        List<String> values = Cursor.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Statements.Before(Instant.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not one that a page of this list has given");
        }
    }

    /** For the documentation: generics are lost in a Response. */
    record StatementPage(
            List<StatementResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}

    /** For the documentation: generics are lost in a Response. */
    record LinePage(
            List<StatementLineResponse> items,

            @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
            String next) {}

    /** What all partners together are owed in a currency. */
    @Schema(examples = """
            {"currency": "EUR", "partners": 23117, "accountsMinor": 987654321, "statedMinor": 900000000,
             "notStatedMinor": 87654321, "differing": 0}
            """)
    record BalanceResponse(
            String currency,

            @Schema(description = "Partners that have an account.")
            long partners,

            @Schema(description = "Positive when the vendor owes it.")
            long accountsMinor,

            @Schema(description = "The closing balances of the last statements.")
            long statedMinor,

            @Schema(description = "Lines before their statement, payouts since the last one, what is owed back still.")
            long notStatedMinor,

            @Schema(description = "Partners whose accounts say something else: none.")
            long differing) {

        static BalanceResponse from(Statements.Balance balance) {
            return new BalanceResponse(
                    balance.currency(),
                    balance.partners(),
                    balance.accountsMinor(),
                    balance.statedMinor(),
                    balance.notStatedMinor(),
                    balance.differing());
        }
    }

    /** A partner whose statements and accounts differ. */
    @Schema(examples = """
            {"partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "currency": "EUR", "accountsMinor": 35000,
             "statementsMinor": 34999}
            """)
    record DifferenceResponse(UUID partnerId, String currency, long accountsMinor, long statementsMinor) {

        static DifferenceResponse from(Statements.Difference difference) {
            return new DifferenceResponse(
                    difference.partnerId(),
                    difference.currency(),
                    difference.accountsMinor(),
                    difference.statementsMinor());
        }
    }
}
