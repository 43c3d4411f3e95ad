package org.ninetyten.leadrouting.order.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.order.FollowUpOutcome;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What came of offering the work. */
record FollowUpRequest(
        @NotNull FollowUpOutcome outcome,

        @Size(max = 2000) @Known(Code.LINES) @Nullable String note) {}
