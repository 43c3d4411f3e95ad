package org.ninetyten.leadrouting.trial;

import org.ninetyten.leadrouting.routing.LeadSource;

/** What somebody signed up for. */
public enum TrialKind {
    TRIAL(LeadSource.TRIAL),
    FREE_ACCOUNT(LeadSource.FREE_ACCOUNT);

    private final LeadSource source;

    TrialKind(LeadSource source) {
        this.source = source;
    }

    /** The source of the lead that the usage of such an account makes. */
    LeadSource source() {
        return source;
    }
}
