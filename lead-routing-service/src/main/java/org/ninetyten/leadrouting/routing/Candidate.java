package org.ninetyten.leadrouting.routing;

import org.ninetyten.leadrouting.partner.PartnerProfile;

/** A partner that may get the lead, as it is at this moment. */
public record Candidate(PartnerProfile partner, Turn turn, TrackRecord record) {

    /** The candidate after it was offered a lead. */
    public Candidate offered(Turn after) {
        return new Candidate(partner, after, record.offered());
    }

    /** How many leads it may still be offered within its quota. */
    public int quotaLeft() {
        return record.quotaLeft(partner.quota30Days());
    }
}
