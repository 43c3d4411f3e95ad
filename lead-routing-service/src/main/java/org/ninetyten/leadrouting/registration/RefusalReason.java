package org.ninetyten.leadrouting.registration;

/** Why a registration was refused. */
public enum RefusalReason {
    PARTNER_NOT_ACTIVE,
    NO_RIGHT_TO_SELL,
    /** An address at a provider that serves anybody names no company. */
    FREE_MAIL_ONLY,
    /** Nothing that names a company: no tax id, no portal, no domain of its own. */
    NOT_IDENTIFIABLE,
    /** The partner has a lead or a deal of the customer for this product, which needs no registration. */
    YOURS_ALREADY,
    PROTECTED_FOR_ANOTHER,
    ANOTHER_PARTNER_OF_RECORD,
    DEAL_OPEN_AT_ANOTHER,
    LEAD_OPEN_AT_ANOTHER,
    /** The conflict was decided for the other side. */
    CONFLICT_LOST;

    /** Whether the other partner's claim is the reason, so that evidence may change the answer. */
    public boolean isContestable() {
        return switch (this) {
            case PROTECTED_FOR_ANOTHER, ANOTHER_PARTNER_OF_RECORD, DEAL_OPEN_AT_ANOTHER, LEAD_OPEN_AT_ANOTHER -> true;
            case PARTNER_NOT_ACTIVE, NO_RIGHT_TO_SELL, FREE_MAIL_ONLY, NOT_IDENTIFIABLE, YOURS_ALREADY, CONFLICT_LOST ->
                false;
        };
    }
}
