package org.ninetyten.leadrouting.policy;

/** Where a version of the policy stands at an instant. */
public enum PolicyState {
    /** It will become valid. */
    FUTURE,
    /** New decisions are made under it. */
    VALID,
    /** A later version has taken its place. */
    PAST,
    /** It was taken back before it became valid. */
    WITHDRAWN
}
