package org.ninetyten.leadrouting.lead;

/** Why routing gave a lead up to the sales desk. */
public enum EscalationReason {
    NO_CANDIDATE,
    OFFERS_USED_UP
}
