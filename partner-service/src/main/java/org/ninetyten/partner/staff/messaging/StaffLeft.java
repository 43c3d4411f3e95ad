package org.ninetyten.partner.staff.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Published: a person's last day with a partner. */
record StaffLeft(UUID partnerId, UUID staffId, LocalDate employedTo, Instant occurredAt) {

    static final String TYPE = "org.ninetyten.partner.staff.left.v1";
}
