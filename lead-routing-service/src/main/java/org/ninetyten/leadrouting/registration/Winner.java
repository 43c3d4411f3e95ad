package org.ninetyten.leadrouting.registration;

/** For whom a case was decided. */
public enum Winner {
    /** The partner that registered. */
    CLAIMANT,
    /** The partner that had a claim before. */
    HOLDER
}
