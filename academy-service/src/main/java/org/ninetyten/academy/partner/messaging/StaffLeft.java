package org.ninetyten.academy.partner.messaging;

import java.time.LocalDate;
import java.util.UUID;

/** What the academy reads of a person who leaves a partner. */
record StaffLeft(UUID partnerId, UUID staffId, LocalDate employedTo) {}
