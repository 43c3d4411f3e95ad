package org.ninetyten.leadrouting.transfer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.transfer.ImportFormat;
import org.ninetyten.leadrouting.transfer.ImportState;
import org.ninetyten.leadrouting.transfer.LeadImport;

/** A file of leads and what became of its rows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadImportResponse(
        UUID id,

        @Schema(
                description =
                        "INTERRUPTED: the same file, sent again under the same key, goes on. FAILED: the file cannot be read from failedLine on.")
        ImportState state,

        ImportFormat format,
        RowsResponse rows,
        @Nullable Long failedLine,
        @Nullable String failure,
        Instant createdAt,
        Instant changedAt) {

    /** What became of the rows so far. */
    record RowsResponse(
            long read,
            @Schema(description = "New leads.") long taken,

            @Schema(description = "Leads whose external id was known already.")
            long known,

            @Schema(description = "Leads that say the same as an open one of the same customer.")
            long merged,

            @Schema(description = "Leads that a person looks at first.")
            long review,

            long spam,

            @Schema(description = "Rows that are no leads; each is listed with its line and the reason.")
            long rejected) {}

    static LeadImportResponse from(LeadImport about) {
        LeadImport.Counts counts = about.counts();
        return new LeadImportResponse(
                about.id(),
                about.state(),
                about.format(),
                new RowsResponse(
                        counts.read(),
                        counts.taken(),
                        counts.known(),
                        counts.merged(),
                        counts.review(),
                        counts.spam(),
                        counts.rejected()),
                about.failedLine(),
                about.failure(),
                about.createdAt(),
                about.changedAt());
    }
}
