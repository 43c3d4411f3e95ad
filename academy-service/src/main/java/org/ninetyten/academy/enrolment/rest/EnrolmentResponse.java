package org.ninetyten.academy.enrolment.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.academy.enrolment.EnrolmentStatus;

/** An enrolment and how far it has come. */
@Schema(examples = """
        {"id": "019ab0d2-4000-7d02-8b02-6a7b8c9d0e02", "courseId": "019ab0d2-3000-7d01-8b01-6a7b8c9d0e01",
         "staffId": "019ab0d2-1f00-7c44-8a10-5a2b7c9d0e11", "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081",
         "status": "OPEN", "enrolledAt": "2026-11-21T08:00:00Z",
         "completedLessons": ["019ab0d2-3100-7d03-8b03-6a7b8c9d0e03"]}
        """)
record EnrolmentResponse(
        UUID id,
        UUID courseId,
        UUID staffId,
        UUID partnerId,
        EnrolmentStatus status,
        Instant enrolledAt,
        @Nullable Instant completedAt,
        List<UUID> completedLessons) {

    static EnrolmentResponse from(Enrolment enrolment) {
        return new EnrolmentResponse(
                enrolment.id(),
                enrolment.courseId(),
                enrolment.staffId(),
                enrolment.partnerId(),
                enrolment.status(),
                enrolment.enrolledAt(),
                enrolment.completedAt(),
                enrolment.completedLessons().stream().sorted().toList());
    }
}
