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
@Schema(examples = """
        {"lines": [
          {"category": "VENUE", "supplier": "Riverside Hall", "supplierTaxId": "RU1655000000",
           "invoiceNumber": "2026-118", "invoiceDate": "2026-12-14", "netMinor": 200000},
          {"category": "CATERING", "supplier": "Volga Kitchen", "supplierTaxId": "RU1655000001",
           "invoiceNumber": "77", "invoiceDate": "2026-12-15", "netMinor": 120001, "description": "Lunch for 40"}]}
        """)
public record ReplaceCostLinesRequest(
        @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines) {

    /** One invoice. */
    @Schema(name = "CostLine")
    public record Line(
            @NotNull CostCategory category,

            @NotBlank @Size(max = 200) @Pattern(regexp = Texts.LINE)
            String supplier,

            @NotBlank @Size(max = 40) @Pattern(regexp = "[\\p{L}\\p{N} ./-]*[\\p{L}\\p{N}][\\p{L}\\p{N} ./-]*")
            String supplierTaxId,

            @NotBlank @Size(max = 60) @Pattern(regexp = Texts.LINE + "[\\p{L}\\p{N}]" + Texts.LINE)
            String invoiceNumber,

            @NotNull LocalDate invoiceDate,

            @NotNull
            @Min(1)
            @Max(1_000_000_000_000L)
            @Schema(description = "Without tax, in the currency of the approval.")
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
