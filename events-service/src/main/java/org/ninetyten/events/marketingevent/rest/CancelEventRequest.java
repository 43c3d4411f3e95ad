package org.ninetyten.events.marketingevent.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.Texts;

/** Why an event does not take place. */
@Schema(examples = """
        {"reason": "The venue is closed."}
        """)
public record CancelEventRequest(
        @NotBlank @Size(max = 1000) @Pattern(regexp = Texts.LINES)
        String reason) {}
