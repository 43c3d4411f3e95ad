package org.ninetyten.academy.enrolment.rest;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who goes on which course. */
@Schema(examples = """
        {"courseId": "019ab0d2-3000-7d01-8b01-6a7b8c9d0e01", "staffId": "019ab0d2-1f00-7c44-8a10-5a2b7c9d0e11"}
        """)
record EnrolRequest(@NotNull UUID courseId, @NotNull UUID staffId) {}
