package org.ninetyten.partner.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What happened to a person at a partner. */
public sealed interface StaffEvent {

    /** The employer. */
    UUID partnerId();

    /** Begins to work there. */
    record Joined(UUID partnerId, UUID staffId, LocalDate employedFrom, Instant at) implements StaffEvent {}

    /** Has a last day of work there. */
    record Left(UUID partnerId, UUID staffId, LocalDate employedTo, Instant at) implements StaffEvent {}
}
