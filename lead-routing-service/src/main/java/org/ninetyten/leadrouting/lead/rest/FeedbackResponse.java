package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Feedback;
import org.ninetyten.leadrouting.lead.FeedbackCode;

/** What one side said of a lead. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedbackResponse(
        UUID leadId,
        Feedback.Side side,
        FeedbackCode code,
        @Nullable String note,
        Instant givenAt,
        Instant changedAt) {

    static FeedbackResponse from(Feedback feedback) {
        return new FeedbackResponse(
                feedback.leadId(),
                feedback.side(),
                feedback.code(),
                feedback.note(),
                feedback.givenAt(),
                feedback.changedAt());
    }
}
