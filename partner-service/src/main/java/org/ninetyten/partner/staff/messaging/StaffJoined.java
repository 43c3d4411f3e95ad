package org.ninetyten.partner.staff.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Published: a person works for a partner. */
record StaffJoined(UUID partnerId, UUID staffId, LocalDate employedFrom, Instant occurredAt) {

    static final String TYPE = "org.ninetyten.partner.staff.joined.v1";
}
