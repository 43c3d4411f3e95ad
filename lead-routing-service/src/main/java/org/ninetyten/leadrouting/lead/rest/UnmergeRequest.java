package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** Why a merge was a mistake. */
record UnmergeRequest(
        @NotNull @Size(max = 1000) @Known(Code.LINES) String why,

        @Schema(description = "Whether both leads are of one customer with two wishes; false if absent.") @Nullable
        Boolean sameCustomer) {}
