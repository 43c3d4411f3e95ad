package org.ninetyten.leadrouting.lead;

/** Who answers an offer, and whether in the name of the partner. */
public record OfferAnswer(String by, boolean onBehalf) {}
