package org.ninetyten.billing.split.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.rate.NewRate;
import org.ninetyten.billing.split.DealLine;
import org.ninetyten.billing.split.WonDeal;
import org.ninetyten.messaging.http.ProblemException;

/** An estimate to be split, by a plan that is written already or not. */
@Schema(examples = """
        {"version": 1, "tier": "GOLD", "region": "CIS", "currency": "EUR", "invoiceDate": "2026-12-01", "lines": [
          {"incomePoint": "LICENCE", "netMinor": 100000, "performer": "VENDOR", "billedBy": "VENDOR"},
          {"incomePoint": "IMPLEMENTATION", "netMinor": 900000, "performer": "PARTNER", "billedBy": "PARTNER"}]}
        """)
record PreviewRequest(
        @Schema(description = "A version of the plan; absent with a draft, or for the one valid on the invoice date.")
        @Min(1)
        @Nullable
        Integer version,

        @Valid @Nullable DraftPlan draft,

        @Schema(description = "Whose tier and region count on the invoice date; or give a tier.") @Nullable
        UUID partnerId,

        @Nullable Tier tier,
        @Pattern(regexp = "[A-Z][A-Z_]{1,39}") @Nullable String region,
        @Nullable UUID customerId,

        @Schema(description = "Absent: the customer's first.") @Nullable
        Sale sale,

        @NotNull @Size(max = 3) String currency,
        @NotNull LocalDate invoiceDate,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Line> lines) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** A line of the estimate, without tax. */
    record Line(
            @NotNull IncomePoint incomePoint,
            @NotNull @Min(0) @Max(1_000_000_000_000_000L) Long netMinor,
            @NotNull Party performer,
            @NotNull Party billedBy) {}

    boolean knowsThePartner() {
        return partnerId != null;
    }

    WonDeal deal() {
        if ((partnerId == null) == (tier == null)) {
            throw ProblemException.invalid("tier", "is needed without a partnerId, and not taken with one");
        }
        if (partnerId != null && region != null) {
            throw ProblemException.invalid("region", "is not taken with a partnerId");
        }
        if (version != null && draft != null) {
            throw ProblemException.invalid("draft", "is not taken with a version");
        }
        if (invoiceDate.getYear() < 2000 || invoiceDate.getYear() > 2999) {
            throw ProblemException.invalid("invoiceDate", "is not a day of this millennium");
        }
        List<DealLine> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            all.add(new DealLine(
                    new UUID(0, i + 1L),
                    line.incomePoint(),
                    1,
                    line.netMinor(),
                    line.netMinor(),
                    0,
                    line.performer(),
                    line.billedBy()));
        }
        return new WonDeal(
                NOBODY,
                Objects.requireNonNullElse(partnerId, NOBODY),
                customerId,
                Objects.requireNonNullElse(sale, Sale.FIRST),
                money(),
                invoiceDate,
                all);
    }

    private Currency money() {
        try {
            return NewRate.currency(currency);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("currency", String.valueOf(e.getMessage()));
        }
    }
}
