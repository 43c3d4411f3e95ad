package org.ninetyten.events.claim.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Texts;
import org.ninetyten.events.claim.Cost;
import org.ninetyten.events.claim.CostCategory;

/** All lines of a claim; they take the place of those before. */
public record ReplaceCostLinesRequest(
        @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** One invoice. */
    @Schema(name = "CostLine")
    public record Line(
            @NotNull CostCategory category,

            @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE) @Schema(examples = "Riverside Hall")
            String supplier,

            @NotBlank
            @Size(max = 40)
            @Pattern(regexp = "[\\p{L}\\p{N} ./-]*[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]*")
            @Schema(examples = "RU1655000000")
            String supplierTaxId,

            @NotBlank
            @Size(max = 60)
            @Pattern(regexp = Texts.LINE + "[\\p{L}\\p{N}]" + Texts.LINE)
            @Schema(examples = "2026-118")
            String invoiceNumber,

            @NotNull @Schema(examples = "2026-12-14") LocalDate invoiceDate,

            @NotNull
            @Min(1)
            @Max(1_000_000_000_000L)
            @Schema(description = "Without tax, in the currency of the approval.", examples = "200000")
            Long netMinor,

            @Nullable @Size(max = 500) @Pattern(regexp = Texts.LINES)
            String description) {

        Cost toCost() {
            return new Cost(
                    category,
                    supplier.strip(),
                    supplierTaxId.strip(),
                    invoiceNumber.strip(),
                    invoiceDate,
                    netMinor,
                    description);
        }
    }

    List<Cost> toCosts() {
        return lines.stream().map(Line::toCost).toList();
    }
}
