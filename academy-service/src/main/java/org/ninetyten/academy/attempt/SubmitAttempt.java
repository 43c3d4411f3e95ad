package org.ninetyten.academy.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.academy.credential.GrantCredential;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.academy.enrolment.Enrolments;

/** Grades an attempt; one that passes earns a credential in the same transaction. */
@ApplicationScoped
public class SubmitAttempt {

    private final Attempts attempts;
    private final Enrolments enrolments;
    private final CourseQueries courses;
    private final GrantCredential grantCredential;
    private final Clock clock;

    SubmitAttempt(
            Attempts attempts,
            Enrolments enrolments,
            CourseQueries courses,
            GrantCredential grantCredential,
            Clock clock) {
        this.attempts = attempts;
        this.enrolments = enrolments;
        this.courses = courses;
        this.grantCredential = grantCredential;
        this.clock = clock;
    }

    @Transactional
    public Attempt handle(UUID attemptId, List<GivenAnswer> answers) {
        // What starts or ends an attempt locks its enrolment first: of two submissions the second finds it ended.
        Enrolment enrolment = enrolments.getLocked(attempts.enrolmentOf(attemptId));
        Attempt attempt = attempts.get(attemptId);
        Course course = courses.get(enrolment.courseId());
        Instant now = clock.instant();
        attempt.submit(answers, key(course), now).ifPresent(credentialId -> {
            enrolment.complete(now);
            grantCredential.handle(new GrantCredential.Command(
                    credentialId,
                    attempt.id(),
                    enrolment.staffId(),
                    enrolment.partnerId(),
                    course.competency(),
                    course.level(),
                    course.validityMonths()));
        });
        return attempt;
    }

    private static Map<UUID, Set<UUID>> key(Course course) {
        Map<UUID, Set<UUID>> key = new HashMap<>();
        course.questions().forEach(question -> key.put(question.id(), question.correctOptions()));
        return key;
    }
}
