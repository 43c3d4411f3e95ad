package org.ninetyten.events.host.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.Texts;

/** Why an application is rejected; the partner reads it. */
@Schema(examples = """
        {"reason": "Another event in the city that week has more room."}
        """)
public record RejectHostApplicationRequest(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Texts.LINES)
        String reason) {}
