package org.ninetyten.events.claim.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The event to claim for. */
@Schema(examples = """
        {"eventId": "0193a1b2-0000-7000-8000-0000000000e1"}
        """)
public record OpenClaimRequest(@NotNull UUID eventId) {}
