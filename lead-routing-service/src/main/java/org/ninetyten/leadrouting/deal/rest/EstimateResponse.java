package org.ninetyten.leadrouting.deal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.CheckEstimate;
import org.ninetyten.leadrouting.deal.EstimateLine;
import org.ninetyten.leadrouting.deal.NinetyTen;
import org.ninetyten.leadrouting.deal.Side;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** What an estimate adds up to and how it stands against 90/10. */
record EstimateResponse(List<Line> lines, NinetyTen ninetyTen) {

    /** A line with its sums; it has no id yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            IncomePoint incomePoint,
            @Nullable String description,
            int quantity,
            long unitPriceMinor,
            int taxBasisPoints,
            long netMinor,
            long taxMinor,
            Side performer,
            Side billedBy) {

        static Line from(EstimateLine line) {
            return new Line(
                    line.incomePoint(),
                    line.description(),
                    line.quantity(),
                    line.unitPriceMinor(),
                    line.taxBasisPoints(),
                    line.netMinor(),
                    line.taxMinor(),
                    line.performer(),
                    line.billedBy());
        }
    }

    static EstimateResponse from(CheckEstimate.Checked checked) {
        return new EstimateResponse(checked.lines().stream().map(Line::from).toList(), checked.ninetyTen());
    }
}
