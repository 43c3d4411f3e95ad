package org.ninetyten.leadrouting.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one side says of a lead after the work. */
public record Feedback(
        UUID leadId, Side side, FeedbackCode code, @Nullable String note, Instant givenAt, Instant changedAt) {

    /** Who says it. */
    public enum Side {
        DESK,
        PARTNER
    }
}
