package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** The desk's choice, and its reason. */
record AssignLeadRequest(
        @NotNull UUID partnerId,

        @NotNull @Size(max = 1000) @Known(Code.LINES) String why) {}
