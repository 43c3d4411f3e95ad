package org.ninetyten.leadrouting.deal.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What a customer that has bought before buys next. */
record FollowOnRequest(
        @NotNull UUID customerId,

        @NotNull @Size(max = 100) @Known(Code.TEXT) String product,

        @NotNull @Known(Code.CURRENCY) String currency) {}
