package org.ninetyten.billing.partner;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The tier changes of one partner, in whatever order they arrived. */
public record TierHistory(List<TierChange> changes) {

    private static final Comparator<TierChange> ON_THE_TIME_LINE =
            Comparator.comparing(TierChange::effectiveFrom).thenComparingLong(TierChange::version);

    public TierHistory {
        changes = List.copyOf(changes);
    }

    /** The tier valid on a date: the latest change up to it, and of several on one day the one with the highest version. */
    public TierOnDate on(LocalDate date) {
        if (changes.isEmpty()) {
            return new TierOnDate(Tier.BUSINESS, TierOnDate.Source.PARTNER_NOT_KNOWN, null);
        }
        return changes.stream()
                .filter(change -> !change.effectiveFrom().isAfter(date))
                .max(ON_THE_TIME_LINE)
                .map(change -> new TierOnDate(change.tier(), TierOnDate.Source.HISTORY, change.effectiveFrom()))
                .orElseGet(() -> new TierOnDate(Tier.BUSINESS, TierOnDate.Source.BEFORE_THE_FIRST_TIER, null));
    }
}
