package org.ninetyten.leadrouting.registration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Evidence for a case. */
record BringEvidenceRequest(
        @Schema(description = "For which side the vendor's staff writes; a partner may leave it out.") @Nullable
        UUID partnerId,

        @Valid @NotNull EvidenceRequest evidence) {}
