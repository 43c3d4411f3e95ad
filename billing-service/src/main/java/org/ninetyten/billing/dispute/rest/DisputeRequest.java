package org.ninetyten.billing.dispute.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.billing.dispute.DisputeReason;

/** What is wrong about one line. */
@Schema(examples = """
        {"accrualId": "019ab0fa-1000-7a1a-8a1a-0a1b2c3d4e1a", "reason": "WRONG_TIER",
         "text": "We have been Certified since 1 September."}
        """)
record DisputeRequest(
        @NotNull UUID accrualId,
        @NotNull DisputeReason reason,
        @NotBlank @Size(max = 2000) String text) {}
