package org.ninetyten.leadrouting.dealpolicy.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.dealpolicy.NinetyTenMode;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** A new version of the deal policy, with all its figures. */
record DealPolicyRequest(
        @Schema(description = "From then on, until the next version's; not in the past.") @NotNull
        Instant validFrom,

        @NotNull @Min(1) @Max(3_650) Integer protectionDays,
        @NotNull @Min(1) @Max(3_650) Integer extensionDays,
        @NotNull @Min(1) @Max(60) Integer conflictBusinessDays,
        @NotEmpty Set<@NotNull DayOfWeek> businessDays,

        @Schema(description = "An IANA zone.") @NotNull @Size(max = 60) @Known(Code.TEXT)
        String timeZone,

        @NotNull NinetyTenMode ninetyTenMode,

        @Schema(description = "Which income points are suggested first; one that is left out is not suggested.")
        @NotNull
        @Size(max = 11)
        List<@NotNull IncomePoint> suggestionOrder,

        @NotNull @Min(1) @Max(120) Integer deadEndMonths,
        @NotNull @Min(1) @Max(3_650) Integer partnerOfRecordLapseDays,
        @NotNull @Min(1) @Max(365) Integer ratingLinkDays,
        @NotNull @Min(0) @Max(1_000) Integer ratingPriorCount,
        @NotNull @Min(100) @Max(500) Integer ratingPriorHundredths,
        @NotNull @Min(0) @Max(365) Integer contestDays,
        @NotNull @Min(1) @Max(200) Integer evidencePerSide,

        @Schema(description = "Why it is changed, for the audit record.") @NotNull @Size(max = 1000) @Known(Code.LINES)
        String why) {

    DealPolicy toPolicy(String by) {
        if (suggestionOrder.contains(IncomePoint.LICENCE)) {
            throw ProblemException.invalid("suggestionOrder", "must not hold LICENCE: work is what is missing");
        }
        if (Set.copyOf(suggestionOrder).size() < suggestionOrder.size()) {
            throw ProblemException.invalid("suggestionOrder", "must hold each income point once");
        }
        return new DealPolicy(
                0,
                validFrom.truncatedTo(ChronoUnit.MICROS),
                protectionDays,
                extensionDays,
                conflictBusinessDays,
                businessDays,
                zone(),
                ninetyTenMode,
                suggestionOrder,
                deadEndMonths,
                partnerOfRecordLapseDays,
                ratingLinkDays,
                ratingPriorCount,
                ratingPriorHundredths,
                contestDays,
                evidencePerSide,
                by,
                why);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw ProblemException.invalid("timeZone", "must be an IANA zone such as Europe/Berlin");
        }
    }
}
