package org.ninetyten.leadrouting.dealpolicy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ninetyten.leadrouting.partner.IncomePoint;

/**
 * One version of the figures of deals.
 *
 * @param protectionDays how long a registered customer is protected
 * @param extensionDays how much longer after the one extension
 * @param conflictBusinessDays within how many business days of the vendor a conflict is decided
 * @param businessDays the days of the week on which the vendor works
 * @param timeZone whose days they are
 * @param suggestionOrder which income points are suggested first: what most often sells with a licence
 * @param deadEndMonths after how long without service a customer's one deal is a dead end
 * @param partnerOfRecordLapseDays how long a partner may be suspended or terminated before it loses its customers
 * @param ratingLinkDays how long a customer's link to rate is good for
 * @param ratingPriorCount how many ratings of the prior are added to a partner's own
 * @param ratingPriorHundredths what each of them says, in hundredths of a point
 * @param contestDays how long a refusal may be contested
 * @param evidencePerSide how many pieces of evidence each side may bring
 */
public record DealPolicy(
        int version,
        Instant validFrom,
        int protectionDays,
        int extensionDays,
        int conflictBusinessDays,
        Set<DayOfWeek> businessDays,
        ZoneId timeZone,
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

    public DealPolicy {
        businessDays = Set.copyOf(businessDays);
        suggestionOrder = List.copyOf(suggestionOrder);
    }

    /** The end of the last business day on which a conflict is decided in time; the day it came does not count. */
    public Instant decideBy(Instant opened) {
        LocalDate day = LocalDate.ofInstant(opened, timeZone);
        for (int left = conflictBusinessDays; left > 0; ) {
            day = day.plusDays(1);
            if (businessDays.contains(day.getDayOfWeek())) {
                left--;
            }
        }
        return day.plusDays(1).atStartOfDay(timeZone).toInstant();
    }

    /** The instant so many days later on the vendor's wall clock. */
    public Instant plusDays(Instant from, int days) {
        return from.atZone(timeZone).plusDays(days).toInstant();
    }
}
