package org.ninetyten.events.registration.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who is there. */
record CheckInRequest(@NotNull UUID registrationId) {}
