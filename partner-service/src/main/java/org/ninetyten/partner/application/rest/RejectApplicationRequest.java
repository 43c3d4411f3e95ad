package org.ninetyten.partner.application.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.application.RejectionReason;

/** Why an application is rejected. */
@Schema(examples = """
        {"reason": "NO_COMPETENCE"}
        """)
public record RejectApplicationRequest(@NotNull RejectionReason reason) {}
