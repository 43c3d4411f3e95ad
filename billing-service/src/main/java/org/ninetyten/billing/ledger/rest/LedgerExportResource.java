package org.ninetyten.billing.ledger.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.ExportPostings;
import org.ninetyten.messaging.http.ProblemException;

/** The ledger as a file. */
@Path("/v1/ledger/postings")
@Tag(name = "Ledger")
class LedgerExportResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String[] COLUMNS = {
        "entryId",
        "line",
        "kind",
        "reference",
        "revision",
        "effective",
        "postedAt",
        "account",
        "accountType",
        "partnerId",
        "currency",
        "amountMinor",
        "description"
    };
    private static final String NDJSON_EXAMPLE = """
            {"entryId": "019ab0f1-1000-7a11-8a11-1a2b3c4d5e11", "line": 1, "kind": "DEAL_SPLIT",\
             "reference": "019ab0e8-2000-7b02-9b20-6b3c8d0e1f02", "revision": 1, "effective": "2026-11-23",\
             "postedAt": "2026-11-23T10:15:00Z", "account": "vendor-revenue:EUR", "accountType": "VENDOR_REVENUE",\
             "currency": "EUR", "amountMinor": -60000, "description": "Split of a won deal"}""";

    private final ExportPostings postings;
    private final ObjectMapper json;
    private final Clock clock;

    LedgerExportResource(ExportPostings postings, ObjectMapper json, Clock clock) {
        this.postings = postings;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Produces({NDJSON, CSV})
    @RolesAllowed({FINANCE, FINANCE_APPROVER, EXECUTIVE, ADMIN})
    @Operation(summary = "Export the postings of a time, oldest first, as they are at one moment")
    @APIResponse(
            responseCode = "200",
            description = "One line for each posting",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = ExportPostings.Row.class),
                        examples = @ExampleObject(name = "ndjson", value = NDJSON_EXAMPLE)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value = "entryId,line,kind,reference,revision,effective,postedAt,account,"
                                                + "accountType,partnerId,currency,amountMinor,description\n"))
            })
    public Response export(
            @QueryParam("from")
                    @Parameter(
                            description = "The first instant of posting; without it, from the beginning.",
                            example = "2026-11-01T00:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Size(max = 40)
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "The first instant that is no longer asked for; without it, up to now.",
                            example = "2026-12-01T00:00:00Z",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Size(max = 40)
                    @Nullable
                    String to,
            @Context HttpHeaders headers) {
        Instant first = from == null ? Instant.EPOCH : AsOf.instant(from, clock);
        Instant end = to == null ? clock.instant() : AsOf.instant(to, clock);
        if (end.isBefore(first)) {
            throw ProblemException.invalid("to", "is before from");
        }
        boolean csv = headers.getAcceptableMediaTypes().stream()
                .filter(type ->
                        type.isCompatible(MediaType.valueOf(NDJSON)) || type.isCompatible(MediaType.valueOf(CSV)))
                .findFirst()
                .filter(type -> !type.isWildcardType() && type.getSubtype().equals("csv"))
                .isPresent();
        StreamingOutput lines = output -> {
            if (csv) {
                writeCsv(first, end, output);
            } else {
                writeNdjson(first, end, output);
            }
        };
        return Response.ok(lines, csv ? CSV : NDJSON)
                .header("Content-Disposition", "attachment; filename=\"postings." + (csv ? "csv" : "ndjson") + "\"")
                .build();
    }

    private void writeNdjson(Instant from, Instant to, OutputStream output) throws IOException {
        ObjectWriter writer = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(output, UTF_8))) {
            postings.read(from, to, row -> {
                try {
                    out.write(writer.writeValueAsString(row));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void writeCsv(Instant from, Instant to, OutputStream output) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(output, UTF_8))) {
            csv.writeRecord(COLUMNS);
            postings.read(
                    from,
                    to,
                    row -> csv.writeRecord(
                            row.entryId().toString(),
                            Integer.toString(row.line()),
                            row.kind(),
                            row.reference().toString(),
                            Integer.toString(row.revision()),
                            row.effective().toString(),
                            row.postedAt().toString(),
                            row.account(),
                            row.accountType(),
                            row.partnerId() == null ? "" : row.partnerId().toString(),
                            row.currency(),
                            Long.toString(row.amountMinor()),
                            row.description()));
        }
    }
}
