package org.ninetyten.academy.enrolment.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.academy.enrolment.EnrolmentStatus;

/** An enrolment and how far it has come. */
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
