package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Something to tell about the work on a lead. */
@Schema(name = "WorkNoteRequest")
record WorkNoteRequest(
        @NotBlank @Size(max = 2000) @Known(Code.LINES) @Nullable
        String note) {}
