package org.ninetyten.billing.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which version of the plan is valid when. Each is valid until the next one begins. */
public final class PlanTimeLine {

    private final NavigableMap<LocalDate, SplitPlan> byStart = new TreeMap<>();

    public PlanTimeLine(Collection<SplitPlan> plans) {
        plans.forEach(plan -> byStart.put(plan.validFrom(), plan));
    }

    /** The plan valid on a date. */
    public SplitPlan on(LocalDate date) {
        Map.Entry<LocalDate, SplitPlan> valid = byStart.floorEntry(date);
        if (valid == null) {
            throw new IllegalStateException("No split plan is valid on " + date);
        }
        return valid.getValue();
    }

    /**
     * The day on which the last hold of the lines of a month ends; each is held as the plan of its invoice date says. Before
     * the first plan there are no lines, so nothing is held.
     */
    public LocalDate lastHoldEnds(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> day.plusDays(holdDays(day)))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private int holdDays(LocalDate invoiceDate) {
        Map.Entry<LocalDate, SplitPlan> valid = byStart.floorEntry(invoiceDate);
        return valid == null ? 0 : valid.getValue().terms().holdDays();
    }
}
