package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** The reason for a decision. */
record WhyRequest(
        @NotNull @Size(max = 1000) @Known(Code.LINES) String why) {}
