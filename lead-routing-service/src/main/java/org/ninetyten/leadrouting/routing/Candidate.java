package org.ninetyten.leadrouting.routing;

import org.ninetyten.leadrouting.partner.PartnerProfile;

/** A partner that may get the lead, as it is at this moment. */
public record Candidate(PartnerProfile partner, Turn turn) {}
