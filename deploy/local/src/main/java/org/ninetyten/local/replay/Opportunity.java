package org.ninetyten.local.replay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** One row of the sales pipeline after the rules for dirt; no account means that nobody knows whose it is. */
record Opportunity(
        String id,
        String product,
        Optional<String> account,
        Stage stage,
        Optional<LocalDate> engagedOn,
        Optional<LocalDate> closedOn,
        long valueMinor) {

    enum Stage {
        PROSPECTING,
        ENGAGING,
        WON,
        LOST
    }

    /** When they were engaged, then when they were closed, then by id; what was never engaged comes last. */
    static final Comparator<Opportunity> IN_TIME_ORDER = Comparator.comparing(
                    (Opportunity opportunity) -> opportunity.engagedOn().orElse(LocalDate.MAX))
            .thenComparing(opportunity -> opportunity.closedOn().orElse(LocalDate.MAX))
            .thenComparing(Opportunity::id);
}
