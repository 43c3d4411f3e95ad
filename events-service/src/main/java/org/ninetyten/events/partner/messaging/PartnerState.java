package org.ninetyten.events.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** PartnerOnboarded, PartnerChanged and PartnerSuspended, which all carry the whole state: what is used of it here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PartnerState(UUID partnerId, long version, String legalName, String status, String tier) {}
