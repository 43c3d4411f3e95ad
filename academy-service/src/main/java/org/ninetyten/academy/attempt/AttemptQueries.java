package org.ninetyten.academy.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.academy.course.Question;
import org.ninetyten.academy.enrolment.EnrolmentQueries;

/** Reads attempts. */
@ApplicationScoped
public class AttemptQueries {

    private final Attempts attempts;
    private final EnrolmentQueries enrolments;
    private final CourseQueries courses;

    AttemptQueries(Attempts attempts, EnrolmentQueries enrolments, CourseQueries courses) {
        this.attempts = attempts;
        this.enrolments = enrolments;
        this.courses = courses;
    }

    public Attempt get(UUID id) {
        return attempts.get(id);
    }

    /** The partner whose person sits the attempt. Reads no attempt, so that a lock taken later sees it fresh. */
    public UUID partnerOf(UUID id) {
        return attempts.partnerOf(id);
    }

    public List<Attempt> of(UUID enrolmentId) {
        return attempts.of(enrolmentId);
    }

    /** The bank that an attempt was drawn from, by the ids of its questions. */
    public Map<UUID, Question> bankOf(Attempt attempt) {
        Map<UUID, Question> bank = new HashMap<>();
        courses.get(enrolments.get(attempt.enrolmentId()).courseId())
                .questions()
                .forEach(question -> bank.put(question.id(), question));
        return bank;
    }
}
