package org.ninetyten.events.host.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.events.Texts;

/** Why an application is rejected; the partner reads it. */
public record RejectHostApplicationRequest(
        @NotBlank
        @Size(max = 1000)
        @Pattern(regexp = Texts.LINES)
        @Schema(examples = "Another event in the city that week has more room.")
        String reason) {}
