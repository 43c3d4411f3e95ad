package org.ninetyten.academy.course.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new lesson at the end of a draft. */
record AddLessonRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Before you install")
        String title,

        @NotBlank
        @Size(max = 50_000)
        @Schema(description = "Markdown.", examples = "# Before you install\n\nAsk for the *network plan*.")
        String markdown) {}
