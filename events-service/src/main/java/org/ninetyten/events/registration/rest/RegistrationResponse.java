package org.ninetyten.events.registration.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.registration.Registration;
import org.ninetyten.events.registration.RegistrationStatus;

/** A visitor as the people at the door see it: enough to find the name on the list, no address. */
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
