package org.ninetyten.academy.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.academy.course.Course;
import org.ninetyten.academy.course.CourseQueries;
import org.ninetyten.academy.course.CourseStatus;
import org.ninetyten.academy.partner.StaffQueries;
import org.ninetyten.messaging.http.ProblemException;

/** Puts a person of a partner on a published course. */
@ApplicationScoped
public class Enrol {

    private final Enrolments enrolments;
    private final CourseQueries courses;
    private final StaffQueries staff;
    private final Clock clock;

    Enrol(Enrolments enrolments, CourseQueries courses, StaffQueries staff, Clock clock) {
        this.enrolments = enrolments;
        this.courses = courses;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Enrols the person.
     *
     * @param caller the partner that asks, which may enrol its own people only; empty for the vendor
     */
    @Transactional
    public Enrolment handle(UUID courseId, UUID staffId, Optional<UUID> caller) {
        UUID partnerId = caller.filter(partner -> staff.employs(partner, staffId))
                .or(() -> caller.isPresent() ? Optional.empty() : staff.employerOf(staffId))
                .orElseThrow(() -> ProblemException.notFound("staff", staffId));
        Course course = courses.get(courseId, caller.isEmpty());
        if (staff.isTerminated(partnerId)) {
            throw new ProblemException(
                    EnrolmentProblem.PARTNER_TERMINATED, "The partner " + partnerId + " is terminated.");
        }
        if (course.status() != CourseStatus.PUBLISHED) {
            throw new ProblemException(
                    EnrolmentProblem.COURSE_NOT_OPEN, "The course is " + course.status() + ", not PUBLISHED.");
        }
        takeTurns(courseId, staffId);
        if (enrolments.count("courseId = ?1 and staffId = ?2 and status = ?3", courseId, staffId, EnrolmentStatus.OPEN)
                > 0) {
            throw new ProblemException(EnrolmentProblem.ALREADY_ENROLLED, "Carry on with the enrolment that is open.");
        }
        Enrolment enrolment = Enrolment.open(courseId, staffId, partnerId, clock.instant());
        enrolments.persist(enrolment);
        return enrolment;
    }

    private void takeTurns(UUID courseId, UUID staffId) {
        enrolments
                .getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:enrolment, 0))")
                .setParameter("enrolment", courseId + "/" + staffId)
                .getSingleResult();
    }
}
