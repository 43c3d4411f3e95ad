package org.ninetyten.events.claim.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The event to claim for. */
public record OpenClaimRequest(@NotNull UUID eventId) {}
