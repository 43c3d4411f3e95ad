package org.ninetyten.billing.split.messaging;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.split.DealLine;
import org.ninetyten.billing.split.WonDeal;

/** What billing reads of a closed deal. */
record DealClosed(
        UUID dealId,
        UUID partnerId,
        @Nullable UUID customerId,
        @Nullable Sale sale,
        Outcome outcome,
        String currency,
        LocalDate closedOn,
        List<Line> lines,
        long licenceMinor,
        long totalMinor) {

    enum Outcome {
        WON,
        LOST
    }

    record Line(
            UUID lineId,
            IncomePoint incomePoint,
            int quantity,
            long unitPriceMinor,
            long netMinor,
            long taxMinor,
            Party performer,
            Party billedBy) {

        DealLine line() {
            return new DealLine(lineId, incomePoint, quantity, unitPriceMinor, netMinor, taxMinor, performer, billedBy);
        }
    }

    WonDeal wonDeal() {
        WonDeal deal = new WonDeal(
                dealId,
                partnerId,
                customerId,
                sale == null ? Sale.FIRST : sale,
                Currency.getInstance(currency),
                closedOn,
                lines.stream().map(Line::line).toList());
        deal.mustSumTo(licenceMinor, totalMinor);
        return deal;
    }
}
