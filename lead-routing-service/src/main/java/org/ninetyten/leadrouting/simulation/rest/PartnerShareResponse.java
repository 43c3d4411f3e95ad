package org.ninetyten.leadrouting.simulation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.simulation.Simulations;

/** What one partner got in a simulation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerShareResponse(
        UUID partnerId,
        @Nullable String legalName,
        @Nullable String tier,
        @Nullable String region,
        @Nullable String country,
        long leads,

        @Schema(description = "How many of the same leads it really got.")
        long happened,

        long difference,

        @Schema(description = "Leads that it got in turn.") long inTurn,

        @Schema(description = "Its weight's share of all leads for which it was in line.")
        BigDecimal earned,

        @Schema(description = "What it got in turn less what it earned, in leads.")
        BigDecimal error) {

    static final List<String> FIELDS = List.of(
            "partnerId",
            "legalName",
            "tier",
            "region",
            "country",
            "leads",
            "happened",
            "difference",
            "inTurn",
            "earned",
            "error");

    static PartnerShareResponse from(Simulations.PartnerShare share) {
        BigDecimal earned = BigDecimal.valueOf(share.earned(), 9);
        return new PartnerShareResponse(
                share.partnerId(),
                share.legalName(),
                share.tier(),
                share.region(),
                share.country(),
                share.leads(),
                share.happened(),
                share.leads() - share.happened(),
                share.inTurn(),
                earned.setScale(3, RoundingMode.HALF_UP),
                BigDecimal.valueOf(share.inTurn()).subtract(earned).setScale(3, RoundingMode.HALF_UP));
    }
}
