package org.ninetyten.leadrouting.customer.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** To which partner, and why. */
record MoveCustomerRequest(
        @NotNull UUID partnerId,

        @NotNull @Size(max = 2000) @Known(Code.LINES) String why) {}
