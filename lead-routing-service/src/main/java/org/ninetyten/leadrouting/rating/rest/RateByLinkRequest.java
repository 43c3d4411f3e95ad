package org.ninetyten.leadrouting.rating.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.rating.Rating;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;

/** What the customer says, with what it was sent. */
record RateByLinkRequest(
        @Schema(description = "What the customer was sent.") @NotNull @Size(max = 200) @Known(Code.TEXT)
        String link,

        @Schema(
                description =
                        "How the wish was taken care of, from 1, bad, to 5, excellent; not for a deal that came from no lead.")
        @Min(1)
        @Max(5)
        @Nullable
        Integer leadScore,

        @Schema(description = "The work, from 1, bad, to 5, excellent.") @NotNull @Min(1) @Max(5)
        Integer workScore,

        @Size(max = 2000) @Known(Code.LINES) @Nullable String text) {

    Rating.Said said() {
        return new Rating.Said(leadScore, workScore, text);
    }

    @Override
    public String toString() {
        return "a rating by link";
    }
}
