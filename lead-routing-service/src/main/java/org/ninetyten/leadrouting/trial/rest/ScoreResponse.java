package org.ninetyten.leadrouting.trial.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.leadrouting.trial.Score;
import org.ninetyten.leadrouting.trial.SignalType;
import org.ninetyten.leadrouting.trial.TrialLead;

/** A score and what it is made of. */
record ScoreResponse(
        BigDecimal points,
        int threshold,

        @Schema(description = "Version of the qualification policy.")
        int policyVersion,

        @Schema(description = "The signals that count, the one worth most first.")
        List<PartResponse> signals) {

    /** What one signal adds. */
    record PartResponse(String id, SignalType type, long value, Instant occurredAt, BigDecimal points) {}

    static ScoreResponse from(TrialLead.Scoring scoring) {
        return new ScoreResponse(
                Score.inPoints(scoring.micros()),
                scoring.threshold(),
                scoring.policyVersion(),
                scoring.parts().stream().map(ScoreResponse::part).toList());
    }

    private static PartResponse part(Score.Part part) {
        return new PartResponse(
                part.signal().id(),
                part.signal().type(),
                part.signal().value(),
                part.signal().occurredAt(),
                Score.inPoints(part.micros()));
    }
}
