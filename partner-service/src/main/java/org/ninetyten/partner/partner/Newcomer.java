package org.ninetyten.partner.partner;

import org.jspecify.annotations.Nullable;

/** A company that is about to become a partner, with its id in an older system if it comes from one. */
public record Newcomer(@Nullable String externalId, PartnerProfile profile) {}
