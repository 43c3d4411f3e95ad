package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.DeclineReason;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a partner does not take a lead. */
record DeclineOfferRequest(
        @NotNull DeclineReason reason,

        @Size(max = 1000) @Known(Code.LINES) @Nullable String note) {}
