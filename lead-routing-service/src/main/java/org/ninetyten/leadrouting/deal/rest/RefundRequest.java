package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Refund;
import org.ninetyten.leadrouting.deal.RefundReason;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** What to give back of a won deal. */
record RefundRequest(
        @NotNull RefundReason reason,

        @Size(max = 1000) @Known(Code.LINES) @Nullable String note,

        @Schema(description = "Day of the credit note; today at the partner's when absent.") @Nullable
        LocalDate refundedOn,

        @Schema(description = "Each line at most once. Without lines all that remains of the deal is given back.")
        @Size(min = 1, max = 200)
        @Nullable
        List<@Valid @NotNull LineRequest> lines) {

    /** A part of one line. */
    record LineRequest(
            @NotNull UUID lineId,

            @Schema(description = "Without tax, in minor units; the tax that goes with it is computed.")
            @NotNull
            @Min(1)
            Long netMinor) {}

    List<Refund.Wanted> wanted() {
        if (lines == null) {
            return List.of();
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i).lineId())) {
                throw ProblemException.invalid("lines[" + i + "].lineId", "is in the list twice");
            }
        }
        return lines.stream()
                .map(line -> new Refund.Wanted(line.lineId(), line.netMinor()))
                .toList();
    }
}
