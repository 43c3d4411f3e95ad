package org.ninetyten.academy.credential.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.credential.RevocationReason;

/** Why a credential is taken back. */
@Schema(examples = """
        {"reason": "EXAM_LEAKED", "note": "Answers were sold; see the report of January."}
        """)
record RevokeCredentialRequest(
        @NotNull @Schema(description = "Is published.") RevocationReason reason,

        @Size(max = 500) @Schema(description = "Stays in the academy's audit record.") @Nullable
        String note) {}
