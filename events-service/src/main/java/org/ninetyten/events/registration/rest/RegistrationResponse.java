package org.ninetyten.events.registration.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.registration.Registration;
import org.ninetyten.events.registration.RegistrationStatus;

/** A visitor as the people at the door see it: enough to find the name on the list, no address. */
@Schema(examples = """
        {"registrationId": "0193a1b2-0000-7000-8000-0000000000d1", "name": "Alina Petrova",
         "company": "Volga Foods", "status": "REGISTERED", "checkedInAt": "2026-12-15T07:05:00Z"}
        """)
record RegistrationResponse(
        UUID registrationId,
        String name,
        @Nullable String company,
        RegistrationStatus status,
        @Nullable Instant checkedInAt) {

    static RegistrationResponse from(Registration registration) {
        return new RegistrationResponse(
                registration.id(),
                registration.name(),
                registration.company(),
                registration.status(),
                registration.checkedInAt());
    }
}
