package org.ninetyten.leadrouting.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner's own figures, beside what is usual in its region. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnResponseFigures(
        ResponseFigures own,

        @Schema(description = "The median of all answers in the partner's region, in business minutes.") @Nullable
        Integer regionMedianMinutes,

        @Nullable Integer regionAcceptanceBasisPoints,

        @Schema(
                description = "Whether so few partners were offered leads in the region that a partner is not shown"
                        + " what is usual there: it would see what the others do.")
        boolean regionTooSmall) {}
