package org.ninetyten.events.registration.rest;

import java.util.UUID;
import org.ninetyten.events.registration.Registration;
import org.ninetyten.events.registration.RegistrationStatus;

/** What the public gets back: nothing of what was written before by whoever knows the address. */
record RegisteredResponse(UUID registrationId, RegistrationStatus status) {

    static RegisteredResponse from(Registration registration) {
        return new RegisteredResponse(registration.id(), registration.status());
    }
}
