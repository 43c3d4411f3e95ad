package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Side;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** All lines of an estimate; they replace those before. */
record EstimateRequest(@NotNull @Size(max = 200) List<@Valid @NotNull LineRequest> lines) {

    /** One line; amounts in minor units of the deal's currency. */
    record LineRequest(
            @NotNull IncomePoint incomePoint,

            @Size(max = 300) @Known(Code.TEXT) @Nullable String description,

            @NotNull @Min(1) @Max(1_000_000) Integer quantity,
            @NotNull @Min(0) Long unitPriceMinor,
            @NotNull @Min(0) @Max(10_000) Integer taxBasisPoints,
            @NotNull Side performer,
            @NotNull Side billedBy) {

        WriteEstimate.Line toLine() {
            return new WriteEstimate.Line(
                    incomePoint, description, quantity, unitPriceMinor, taxBasisPoints, performer, billedBy);
        }
    }
}
