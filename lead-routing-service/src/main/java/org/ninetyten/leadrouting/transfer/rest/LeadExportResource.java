package org.ninetyten.leadrouting.transfer.rest;

import static org.ninetyten.messaging.http.Roles.ADMIN;
import static org.ninetyten.messaging.http.Roles.EXECUTIVE;
import static org.ninetyten.messaging.http.Roles.FINANCE;
import static org.ninetyten.messaging.http.Roles.FINANCE_APPROVER;
import static org.ninetyten.messaging.http.Roles.MARKETING;
import static org.ninetyten.messaging.http.Roles.PARTNER_ADMIN;
import static org.ninetyten.messaging.http.Roles.PARTNER_MANAGER;
import static org.ninetyten.messaging.http.Roles.PARTNER_MEMBER;
import static org.ninetyten.messaging.http.Roles.SALES_DESK;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.rest.LeadView;
import org.ninetyten.leadrouting.transfer.ExportLeads;
import org.ninetyten.messaging.http.Caller;
import org.ninetyten.messaging.http.ProblemException;

/** Leads as one file. */
@Path("/v1/leads/export")
@Tag(name = "Import and export")
class LeadExportResource {

    private final ExportLeads exportLeads;
    private final ObjectMapper json;
    private final Caller caller;

    LeadExportResource(ExportLeads exportLeads, ObjectMapper json, Caller caller) {
        this.exportLeads = exportLeads;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces({LeadImportResource.NDJSON, LeadImportResource.CSV})
    @RolesAllowed({
        PARTNER_MANAGER,
        SALES_DESK,
        MARKETING,
        FINANCE,
        FINANCE_APPROVER,
        EXECUTIVE,
        ADMIN,
        PARTNER_ADMIN,
        PARTNER_MEMBER
    })
    @Operation(summary = "Export leads, newest first; a partner gets those that were offered to it", description = """
                    Everybody sees of each lead what the list shows. In CSV, a text that a spreadsheet would take for a \
                    formula has an apostrophe before it, and several needs are set apart by |.""")
    @APIResponse(
            responseCode = "200",
            description = "All leads that fit, as they were when the export began.",
            content = {
                @Content(
                        mediaType = LeadImportResource.NDJSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "ndjson", value = TransferExamples.LEADS)),
                @Content(
                        mediaType = LeadImportResource.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = TransferExamples.LEADS_CSV))
            })
    public Response export(
            @QueryParam("status") @Nullable LeadStatus status,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("externalId") @Size(max = 200) @Nullable String externalId,
            @Context HttpHeaders headers) {
        ExportLeads.Filter filter = filter(status, partnerId, externalId);
        Function<Lead, Object> view = LeadView.of(caller);
        boolean csv = Lines.wantsCsv(headers);
        StreamingOutput lines = output -> {
            try (Lines out = Lines.to(output, csv, LeadView.fields(), json)) {
                exportLeads.read(filter, lead -> out.write(view.apply(lead)));
            }
        };
        return Response.ok(lines, csv ? LeadImportResource.CSV : LeadImportResource.NDJSON)
                .header("Content-Disposition", "attachment; filename=\"leads." + (csv ? "csv" : "ndjson") + "\"")
                .build();
    }

    private ExportLeads.Filter filter(
            @Nullable LeadStatus status, @Nullable UUID partnerId, @Nullable String externalId) {
        if (caller.isVendor()) {
            return new ExportLeads.Filter(status, partnerId, externalId, null);
        }
        UUID own = caller.partnerId().orElseThrow(() -> ProblemException.notFound("partner", "of the caller"));
        if (partnerId != null && !partnerId.equals(own)) {
            throw ProblemException.notFound("partner", partnerId);
        }
        // A filter by status or id must not tell what became of leads that others have now.
        UUID having = status != null || externalId != null || partnerId != null ? own : null;
        return new ExportLeads.Filter(status, having, externalId, own);
    }
}
