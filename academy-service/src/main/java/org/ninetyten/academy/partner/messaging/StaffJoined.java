package org.ninetyten.academy.partner.messaging;

import java.time.LocalDate;
import java.util.UUID;

/** What the academy reads of a person who joins a partner. */
record StaffJoined(UUID partnerId, UUID staffId, LocalDate employedFrom) {}
