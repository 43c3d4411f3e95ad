package org.ninetyten.partner.partner;

import java.util.EnumSet;
import java.util.Set;

/** Where a partner stands with the vendor. */
public enum PartnerStatus {
    ONBOARDING,
    ACTIVE,
    DORMANT,
    WARNED,
    SUSPENDED,
    TERMINATED,
    LAPSED;

    /** The states that may follow. */
    public Set<PartnerStatus> next() {
        return switch (this) {
            case ONBOARDING -> EnumSet.of(ACTIVE, LAPSED);
            case ACTIVE -> EnumSet.of(DORMANT, WARNED, SUSPENDED);
            case DORMANT -> EnumSet.of(ACTIVE);
            case WARNED -> EnumSet.of(ACTIVE, SUSPENDED);
            case SUSPENDED -> EnumSet.of(ACTIVE, TERMINATED);
            case TERMINATED, LAPSED -> EnumSet.noneOf(PartnerStatus.class);
        };
    }
}
