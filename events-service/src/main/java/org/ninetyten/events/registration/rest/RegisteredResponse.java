package org.ninetyten.events.registration.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.registration.Registration;
import org.ninetyten.events.registration.RegistrationStatus;

/** What the public gets back: nothing of what was written before by whoever knows the address. */
@Schema(examples = """
        {"registrationId": "0193a1b2-0000-7000-8000-0000000000d1", "status": "REGISTERED"}
        """)
record RegisteredResponse(UUID registrationId, RegistrationStatus status) {

    static RegisteredResponse from(Registration registration) {
        return new RegisteredResponse(registration.id(), registration.status());
    }
}
