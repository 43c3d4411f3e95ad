package org.ninetyten.partner.partner.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.vocabulary.PlainText;

/** Why something is done; kept in the audit trail and, for a suspension, published. No personal data. */
@Schema(examples = """
        {"reason": "Customers were billed for work that was not done."}
        """)
public record ReasonRequest(
        @NotNull @PlainText(lines = true) @Size(max = 1000) String reason) {}
