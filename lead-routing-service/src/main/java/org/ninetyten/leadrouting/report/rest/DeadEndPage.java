package org.ninetyten.leadrouting.report.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.report.DeadEnds;

/** Documents how one page of dead ends is written. */
record DeadEndPage(
        List<DeadEnds.DeadEnd> items,

        @Schema(description = "Send it as cursor to get the next page; absent on the last one.") @Nullable
        String next) {}
