package org.ninetyten.leadrouting.campaign;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only campaigns know. */
public enum CampaignProblem implements ProblemType {
    CAMPAIGN_TAKEN(409, "The campaign is a partner's already.");

    private final int status;
    private final String title;

    CampaignProblem(int status, String title) {
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
