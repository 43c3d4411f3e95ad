package org.ninetyten.leadrouting.source.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Which source is taken for granted again, and why. */
record ResumeSourceRequest(
        @NotNull LeadSource source,

        @Size(max = 100) @Known(Code.TEXT) @Nullable String campaign,

        @NotNull @Size(max = 1000) @Known(Code.LINES) String why) {}
