package org.ninetyten.billing.plan;

import java.time.LocalDate;
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
}
