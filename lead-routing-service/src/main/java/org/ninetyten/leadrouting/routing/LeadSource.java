package org.ninetyten.leadrouting.routing;

/** Where a lead came from, which decides how fast a partner has to answer. */
public enum LeadSource {
    TRIAL,
    FREE_ACCOUNT,
    ORDER,
    DEMO_REQUEST,
    HELP_REQUEST,
    EVENT,
    IMPORT
}
