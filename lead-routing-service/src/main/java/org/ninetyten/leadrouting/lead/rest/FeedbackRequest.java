package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.FeedbackCode;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What a lead was worth. */
record FeedbackRequest(
        @NotNull FeedbackCode code,

        @Size(max = 1000) @Known(Code.LINES) @Nullable String note) {}
