package org.ninetyten.events.registration.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is there. */
@Schema(examples = """
        {"registrationId": "0193a1b2-0000-7000-8000-0000000000d1"}
        """)
public record CheckInRequest(@NotNull UUID registrationId) {}
