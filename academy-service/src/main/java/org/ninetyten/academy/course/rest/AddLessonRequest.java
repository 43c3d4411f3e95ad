package org.ninetyten.academy.course.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new lesson at the end of a draft. */
@Schema(examples = """
        {"title": "Before you install", "markdown": "# Before you install\\n\\nAsk for the *network plan*."}
        """)
record AddLessonRequest(
        @NotBlank @Size(max = 200) String title,

        @NotBlank @Size(max = 50_000) @Schema(description = "Markdown.")
        String markdown) {}
