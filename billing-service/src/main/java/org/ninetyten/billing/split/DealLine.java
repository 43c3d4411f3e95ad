package org.ninetyten.billing.split;

import java.util.UUID;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;

/** A line of a won deal, as the customer is billed. */
public record DealLine(
        UUID lineId,
        IncomePoint incomePoint,
        int quantity,
        long unitPriceMinor,
        long netMinor,
        long taxMinor,
        Party performer,
        Party billedBy) {}
