package org.ninetyten.academy.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Writes the exam of a draft, whole. */
@ApplicationScoped
public class WriteExam {

    private final Courses courses;
    private final ExamPolicies policies;
    private final Clock clock;

    WriteExam(Courses courses, ExamPolicies policies, Clock clock) {
        this.courses = courses;
        this.policies = policies;
        this.clock = clock;
    }

    /** An exam as asked for; without a pass percentage the policy's holds. */
    public record Command(@Nullable Integer passPercent, int minutes, int draw, List<QuestionDraft> questions) {}

    @Transactional
    public Course handle(UUID courseId, long seenRevision, Command command) {
        Course course = courses.findByIdOptional(courseId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("course", courseId));
        if (course.revision() != seenRevision) {
            throw new ProblemException(GeneralProblem.STALE_VERSION, "The course was changed in between.");
        }
        int passPercent = command.passPercent() == null ? policies.current().passPercent() : command.passPercent();
        ExamDraft exam =
                new ExamDraft(new ExamRules(passPercent, command.minutes(), command.draw()), command.questions());
        Map<String, String> faults = exam.faults();
        if (!faults.isEmpty()) {
            ProblemException problem =
                    new ProblemException(GeneralProblem.VALIDATION_FAILED, "The exam cannot be sat as written.");
            faults.forEach(problem::field);
            throw problem;
        }
        course.writeExam(exam, clock.instant());
        courses.flush();
        return course;
    }
}
