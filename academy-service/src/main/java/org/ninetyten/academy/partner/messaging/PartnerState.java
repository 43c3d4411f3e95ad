package org.ninetyten.academy.partner.messaging;

import java.util.UUID;

/** What the academy reads of PartnerOnboarded, PartnerChanged and PartnerSuspended: all carry the whole state. */
record PartnerState(UUID partnerId, long version, String status) {}
