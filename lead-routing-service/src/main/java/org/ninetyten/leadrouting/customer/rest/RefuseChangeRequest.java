package org.ninetyten.leadrouting.customer.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why the customer stays where it is. */
record RefuseChangeRequest(
        @NotNull @Size(max = 2000) @Known(Code.LINES) String why) {}
