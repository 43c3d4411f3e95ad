package org.ninetyten.academy.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.academy.course.ExamPolicies;
import org.ninetyten.academy.course.ExamPolicy;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.academy.enrolment.EnrolmentProblem;
import org.ninetyten.academy.enrolment.Enrolments;
import org.ninetyten.academy.partner.StaffQueries;
import org.ninetyten.messaging.http.ProblemException;

/** Starts an attempt at the exam of an enrolment. */
@ApplicationScoped
public class StartAttempt {

    private final Attempts attempts;
    private final Enrolments enrolments;
    private final CourseQueries courses;
    private final ExamPolicies policies;
    private final StaffQueries staff;
    private final Seeds seeds;
    private final Clock clock;

    StartAttempt(
            Attempts attempts,
            Enrolments enrolments,
            CourseQueries courses,
            ExamPolicies policies,
            StaffQueries staff,
            Seeds seeds,
            Clock clock) {
        this.attempts = attempts;
        this.enrolments = enrolments;
        this.courses = courses;
        this.policies = policies;
        this.staff = staff;
        this.seeds = seeds;
        this.clock = clock;
    }

    @Transactional
    public Attempt handle(UUID enrolmentId) {
        Enrolment enrolment = enrolments.getLocked(enrolmentId);
        enrolment.mustBeOpen();
        if (!staff.employs(enrolment.partnerId(), enrolment.staffId())) {
            throw new ProblemException(
                    EnrolmentProblem.STAFF_LEFT, "Only people whom the partner employs sit its exams.");
        }
        Course course = courses.get(enrolment.courseId());
        if (!enrolment.hasCompleted(course.lessonIds())) {
            throw new ProblemException(
                    AttemptProblem.LESSONS_INCOMPLETE,
                    enrolment.completedLessons().size() + " of "
                            + course.lessonIds().size() + " lessons are done.");
        }
        Instant now = clock.instant();
        List<Attempt> earlier = attempts.of(enrolmentId);
        earlier.forEach(attempt -> attempt.timeOut(now));
        refuseASecondRunningAttempt(earlier, now);
        ExamPolicy policy = policies.current();
        refuseDuringCoolDown(policy, earlier, now);
        // First what has timed out is written: at no time do two attempts of an enrolment run.
        attempts.flush();
        Attempt attempt =
                Attempt.start(enrolment, earlier.size() + 1, policy, course.exam(), bank(course), seeds.next(), now);
        attempts.persist(attempt);
        return attempt;
    }

    private static void refuseASecondRunningAttempt(List<Attempt> earlier, Instant now) {
        for (Attempt attempt : earlier) {
            if (attempt.statusAt(now) == AttemptStatus.STARTED) {
                throw new ProblemException(
                        AttemptProblem.ATTEMPT_RUNNING,
                        "The attempt " + attempt.id() + " runs until " + attempt.endsAt() + ".");
            }
        }
    }

    private static void refuseDuringCoolDown(ExamPolicy policy, List<Attempt> earlier, Instant now) {
        Optional<Instant> next =
                policy.nextAttemptAt(earlier.stream().map(Attempt::end).toList());
        if (next.isPresent() && now.isBefore(next.get())) {
            throw new ProblemException(
                    AttemptProblem.COOL_DOWN,
                    "After " + earlier.size() + " attempts the next one may start at " + next.get() + ".");
        }
    }

    private static Map<UUID, List<UUID>> bank(Course course) {
        Map<UUID, List<UUID>> bank = new HashMap<>();
        course.questions().forEach(question -> bank.put(question.id(), question.optionIds()));
        return bank;
    }
}
