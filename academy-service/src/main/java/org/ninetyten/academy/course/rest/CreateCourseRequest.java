package org.ninetyten.academy.course.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.CourseOutline;
import org.ninetyten.academy.course.Level;

/** A new course. */
@Schema(examples = """
        {"code": "IMPL-SPECIALIST", "title": "Implementation for specialists", "locale": "en",
         "competency": "IMPLEMENTATION", "level": "SPECIALIST"}
        """)
record CreateCourseRequest(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,39}")
        String code,

        @NotBlank @Size(max = 200) String title,

        @NotNull @Pattern(regexp = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?") @Schema(description = "BCP 47.")
        String locale,

        @NotNull Competency competency,
        @NotNull Level level,

        @Min(1)
        @Max(120)
        @Schema(description = "How long its credential counts, when other than the policy says for the level.")
        @Nullable
        Integer validityMonths) {

    CourseOutline outline() {
        return new CourseOutline(code, title, locale, competency, level, validityMonths);
    }
}
