package org.ninetyten.leadrouting.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.Tier;

/** What routing reads of a change of tier. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerTierChanged(UUID partnerId, long version, Tier newTier) {}
