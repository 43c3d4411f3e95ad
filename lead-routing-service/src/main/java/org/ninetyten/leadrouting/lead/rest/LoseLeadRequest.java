package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.LossReason;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why nothing came of a lead. */
record LoseLeadRequest(
        @NotNull LossReason reason,

        @Size(max = 1000) @Known(Code.LINES) @Nullable String why) {}
