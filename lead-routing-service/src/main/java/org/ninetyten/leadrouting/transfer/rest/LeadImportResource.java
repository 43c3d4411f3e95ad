package org.ninetyten.leadrouting.transfer.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.rest.CursorId;
import org.ninetyten.leadrouting.lead.rest.ReadLead;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.transfer.ImportFormat;
import org.ninetyten.leadrouting.transfer.ImportLeads;
import org.ninetyten.leadrouting.transfer.LeadImport;
import org.ninetyten.leadrouting.transfer.LeadImports;
import org.ninetyten.leadrouting.transfer.LeadRows;
import org.ninetyten.leadrouting.transfer.Rejections;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.Cursor;
import org.ninetyten.messaging.http.Pages;
import org.ninetyten.messaging.http.ProblemException;

/** Files of leads that are taken in. */
@Path("/v1/lead-imports")
@Tag(name = "Import and export")
class LeadImportResource {

    static final String CSV = "text/csv";
    static final String NDJSON = "application/x-ndjson";

    private final ImportLeads importLeads;
    private final LeadImports imports;
    private final Rejections rejections;
    private final ReadLead readLead;
    private final ObjectMapper json;
    private final Caller caller;

    LeadImportResource(
            ImportLeads importLeads,
            LeadImports imports,
            Rejections rejections,
            ReadLead readLead,
            ObjectMapper json,
            Caller caller) {
        this.importLeads = importLeads;
        this.imports = imports;
        this.rejections = rejections;
        this.readLead = readLead;
        this.json = json;
        this.caller = caller;
    }

    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed({SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "Import a file of leads", description = """
                    The key names the import. While the file arrives its rows are checked like single leads and committed \
                    in portions. After an interruption the same file, sent again under the same key, goes on behind the \
                    last committed row. Another file under the same key is refused. Leads with an external id that is \
                    known are counted and change nothing.""")
    @RequestBody(
            required = true,
            description = "UTF-8, of any length. CSV has a header of column names; needs are set apart by |.",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = TransferExamples.CSV)),
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "ndjson", value = TransferExamples.NDJSON))
            })
    @APIResponse(
            responseCode = "201",
            description = "The import is new; all of the file that can be read is taken in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeadImportResponse.class),
                            examples = @ExampleObject(name = "import", value = TransferExamples.IMPORT)))
    @APIResponse(
            responseCode = "200",
            description = "The import was known; what was left of its file is taken in.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeadImportResponse.class),
                            examples = @ExampleObject(name = "import", value = TransferExamples.IMPORT)))
    public Response take(
            @HeaderParam("Idempotency-Key") @Size(max = 200) @Nullable String key,
            @QueryParam("source") @DefaultValue("IMPORT") LeadSource source,
            @QueryParam("product") @Size(max = 100) @Known(Code.TEXT) @Nullable String product,
            @QueryParam("campaign") @Size(max = 100) @Known(Code.TEXT) @Nullable String campaign,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        if (key == null || key.isBlank()) {
            throw ProblemException.invalid("Idempotency-Key", "is needed: it names the import");
        }
        Defaults defaults = new Defaults(source, product, campaign);
        boolean csv = headers.getMediaType().isCompatible(MediaType.valueOf(CSV));
        try (LeadRows rows =
                csv ? new CsvRows(body, defaults, readLead) : new NdjsonRows(body, defaults, json, readLead)) {
            ImportLeads.Imported imported =
                    importLeads.take(caller.name(), key, csv ? ImportFormat.CSV : ImportFormat.NDJSON, rows);
            LeadImportResponse answer = LeadImportResponse.from(imported.about());
            return imported.isNew()
                    ? Response.created(URI.create("/v1/lead-imports/" + answer.id()))
                            .entity(answer)
                            .build()
                    : Response.ok(answer).build();
        } catch (LeadRows.Unreadable e) {
            throw ProblemException.invalid("line " + e.line(), String.valueOf(e.getMessage()));
        }
    }

    @GET
    @RolesAllowed({SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "List imports, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page of imports.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeadImportPage.class),
                            examples = @ExampleObject(name = "page", value = TransferExamples.IMPORT_PAGE)))
    public Response list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 400) @Nullable String cursor,
            @Context UriInfo uri) {
        List<LeadImportResponse> rows = imports.list(CursorId.decode(cursor), limit + 1).stream()
                .map(LeadImportResponse::from)
                .toList();
        return Pages.respond(rows, limit, one -> Cursor.encode(one.id()), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "Read how far an import has come")
    @APIResponse(
            responseCode = "200",
            description = "The import.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LeadImportResponse.class),
                            examples = @ExampleObject(name = "import", value = TransferExamples.IMPORT)))
    public Response one(@PathParam("id") UUID id) {
        return Response.ok(LeadImportResponse.from(require(id))).build();
    }

    @GET
    @Path("/{id}/rejections")
    @Produces({NDJSON, CSV})
    @RolesAllowed({SALES_DESK, MARKETING, ADMIN})
    @Operation(summary = "Read the rows of an import that were not taken, each with its line and the reason")
    @APIResponse(
            responseCode = "200",
            description = "One line for each row, in the order of the file.",
            content = {
                @Content(
                        mediaType = NDJSON,
                        schema = @Schema(implementation = RejectionResponse.class),
                        examples = @ExampleObject(name = "ndjson", value = TransferExamples.REJECTIONS)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = TransferExamples.REJECTIONS_CSV))
            })
    public Response rejections(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        require(id);
        boolean csv = Lines.wantsCsv(headers);
        StreamingOutput lines = output -> {
            try (Lines out = Lines.to(output, csv, List.of("line", "field", "reason"), json)) {
                rejections.read(
                        id,
                        rejection -> out.write(
                                new RejectionResponse(rejection.line(), rejection.field(), rejection.reason())));
            }
        };
        return Response.ok(lines, csv ? CSV : NDJSON).build();
    }

    private LeadImport require(UUID id) {
        return imports.find(id).orElseThrow(() -> ProblemException.notFound("import", id));
    }
}
