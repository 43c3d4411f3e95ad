package org.ninetyten.leadrouting.rating;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only ratings know. */
public enum RatingProblem implements ProblemType {
    RATED_ALREADY(409, "This side has rated the deal already."),
    RATING_LINK_EXPIRED(410, "The link to rate is over."),
    RATING_LINK_INVALID(400, "The link to rate is not valid."),
    NO_LEAD_TO_RATE(400, "The deal came from no lead.");

    private final int status;
    private final String title;

    RatingProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
