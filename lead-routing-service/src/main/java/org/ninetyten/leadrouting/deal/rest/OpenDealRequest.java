package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Which lead becomes a deal, and in which currency. */
record OpenDealRequest(
        @NotNull UUID leadId,

        @NotNull @Known(Code.CURRENCY) String currency,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String externalId) {}
