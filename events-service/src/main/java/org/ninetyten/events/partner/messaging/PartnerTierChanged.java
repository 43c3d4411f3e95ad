package org.ninetyten.events.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** PartnerTierChanged: what is used of it here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerTierChanged(UUID partnerId, long version, String newTier) {}
