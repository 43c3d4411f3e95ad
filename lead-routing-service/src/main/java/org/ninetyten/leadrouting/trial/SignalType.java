package org.ninetyten.leadrouting.trial;

/** What the product reports of the use of a trial. A signal's value is what was added since the signal before. */
public enum SignalType {
    INVITED_USERS,
    STORAGE_USED_MB,
    FEATURE_LIMIT_REACHED,
    ACTIVE_DAYS,
    RECORDS_CREATED,
    INTEGRATION_CONNECTED,
    PRICING_VIEWED
}
