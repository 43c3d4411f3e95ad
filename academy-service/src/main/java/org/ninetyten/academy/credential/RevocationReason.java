package org.ninetyten.academy.credential;

/** Why a credential is taken back. Coded, since the reason is published and must hold nothing personal. */
public enum RevocationReason {
    CHEATING,
    EXAM_LEAKED,
    GRANTED_BY_MISTAKE,
    MISCONDUCT,
    HOLDERS_REQUEST
}
