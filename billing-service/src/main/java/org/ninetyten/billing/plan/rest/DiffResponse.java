package org.ninetyten.billing.plan.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.plan.PlanDiff;

/** What a version has another than one before. */
@Schema(examples = """
        {"version": 2, "against": 1, "changes": [
          {"field": "terms.holdDays", "before": 30, "after": 14}]}
        """)
record DiffResponse(int version, int against, List<PlanDiff.Change> changes) {}
