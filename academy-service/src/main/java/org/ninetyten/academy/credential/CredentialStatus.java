package org.ninetyten.academy.credential;

/** Whether a credential counts. */
public enum CredentialStatus {
    ACTIVE,
    EXPIRED,
    REVOKED
}
