package org.ninetyten.partner.staff.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.staff.StaffMember;

/** A person who works or worked for a partner. */
@Schema(examples = """
        {"staffId": "01994d3a-7c11-7c02-8d4f-1b2a3c4d5e6f", "partnerId": "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40",
         "externalId": "crm-4711-1", "name": "Aigerim Sadykova", "email": "aigerim@almaty-soft.example",
         "employedFrom": "2025-03-01"}
        """)
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
