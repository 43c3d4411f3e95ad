package org.ninetyten.leadrouting.dealpolicy.rest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.dealpolicy.NinetyTenMode;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** A version of the deal policy. */
record DealPolicyResponse(
        int version,
        Instant validFrom,
        int protectionDays,
        int extensionDays,
        int conflictBusinessDays,
        List<DayOfWeek> businessDays,
        String timeZone,
        NinetyTenMode ninetyTenMode,
        List<IncomePoint> suggestionOrder,
        int deadEndMonths,
        int partnerOfRecordLapseDays,
        int ratingLinkDays,
        int ratingPriorCount,
        int ratingPriorHundredths,
        int contestDays,
        int evidencePerSide,
        String createdBy,
        String why) {

    static DealPolicyResponse from(DealPolicy policy) {
        return new DealPolicyResponse(
                policy.version(),
                policy.validFrom(),
                policy.protectionDays(),
                policy.extensionDays(),
                policy.conflictBusinessDays(),
                policy.businessDays().stream().sorted().toList(),
                policy.timeZone().getId(),
                policy.ninetyTenMode(),
                policy.suggestionOrder(),
                policy.deadEndMonths(),
                policy.partnerOfRecordLapseDays(),
                policy.ratingLinkDays(),
                policy.ratingPriorCount(),
                policy.ratingPriorHundredths(),
                policy.contestDays(),
                policy.evidencePerSide(),
                policy.createdBy(),
                policy.why());
    }
}
