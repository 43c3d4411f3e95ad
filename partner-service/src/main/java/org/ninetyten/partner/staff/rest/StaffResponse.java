package org.ninetyten.partner.staff.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.staff.StaffMember;

/** A person who works or worked for a partner. */
public record StaffResponse(
        UUID staffId,
        UUID partnerId,
        @Nullable String externalId,
        String name,
        String email,
        LocalDate employedFrom,
        @Nullable LocalDate employedTo) {

    static StaffResponse from(StaffMember person) {
        return new StaffResponse(
                person.id(),
                person.partnerId(),
                person.externalId(),
                person.name(),
                person.email(),
                person.employedFrom(),
                person.employedTo());
    }
}
