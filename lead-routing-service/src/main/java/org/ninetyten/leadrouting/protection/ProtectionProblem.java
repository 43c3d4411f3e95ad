package org.ninetyten.leadrouting.protection;

import java.util.Locale;
import org.ninetyten.messaging.http.ProblemType;

/** The refusals that only protections know. */
public enum ProtectionProblem implements ProblemType {
    PROTECTION_EXTENDED_ALREADY(409, "A protection is extended once."),
    PROTECTION_HAS_ENDED(409, "The protection is over.");

    private final int status;
    private final String title;

    ProtectionProblem(int status, String title) {
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
