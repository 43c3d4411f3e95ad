package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** How far the work on a lead is; what there is to tell may come with it. */
@Schema(name = "WorkReportRequest")
record WorkReportRequest(
        @Size(max = 2000) @Known(Code.LINES) @Nullable String note) {}
