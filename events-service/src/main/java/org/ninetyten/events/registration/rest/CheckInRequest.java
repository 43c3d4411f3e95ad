package org.ninetyten.events.registration.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who is there. */
public record CheckInRequest(@NotNull UUID registrationId) {}
