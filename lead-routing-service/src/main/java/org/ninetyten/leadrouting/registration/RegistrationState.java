package org.ninetyten.leadrouting.registration;

import java.util.EnumSet;
import java.util.Set;

/** Where a registration stands, and where it may go from there. */
public enum RegistrationState {
    GRANTED,
    REFUSED,
    /** Two partners have a claim, and a person decides. */
    CONFLICT;

    /** The states that may follow. */
    public Set<RegistrationState> next() {
        return switch (this) {
            case GRANTED -> EnumSet.noneOf(RegistrationState.class);
            case REFUSED -> EnumSet.of(CONFLICT);
            case CONFLICT -> EnumSet.of(GRANTED, REFUSED);
        };
    }
}
