package org.ninetyten.leadrouting.registration;

import java.util.EnumSet;
import java.util.Set;

/** Whether somebody still has to decide. */
public enum CaseState {
    OPEN,
    DECIDED;

    /** The states that may follow. */
    public Set<CaseState> next() {
        return this == OPEN ? EnumSet.of(DECIDED) : EnumSet.noneOf(CaseState.class);
    }
}
