package org.ninetyten.leadrouting.trial.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.trial.TakeWish;
import org.ninetyten.leadrouting.trial.TrialCause;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What the owner of a trial asked for. */
record WishRequest(
        @Schema(description = "The product's own id of the request. The same id again names the same request.")
        @Size(max = 100)
        @Known(Code.TEXT)
        @Nullable
        String id,

        @NotNull Kind kind,

        @Size(max = 2000) @Known(Code.LINES) @Nullable String message,

        @Schema(description = "The partner that the customer asked for.") @Nullable
        UUID chosenPartnerId) {

    /** An order has its time to answer, a request for help another. */
    enum Kind {
        HELP(TrialCause.HELP),
        BUY(TrialCause.BUY);

        private final TrialCause cause;

        Kind(TrialCause cause) {
            this.cause = cause;
        }
    }

    TakeWish.Wish toWish() {
        return new TakeWish.Wish(id, kind.cause, message, chosenPartnerId);
    }
}
