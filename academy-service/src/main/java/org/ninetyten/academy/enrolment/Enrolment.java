package org.ninetyten.academy.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** A person of a partner on one version of a course. */
@Entity
public class Enrolment {

    @Id
    private UUID id;

    @Column(name = "course_id", updatable = false)
    private UUID courseId;

    @Column(name = "staff_id", updatable = false)
    private UUID staffId;

    @Column(name = "partner_id", updatable = false)
    private UUID partnerId;

    @Enumerated(EnumType.STRING)
    private EnrolmentStatus status;

    @Column(name = "enrolled_at", updatable = false)
    private Instant enrolledAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Version
    private long revision;

    @ElementCollection
    @CollectionTable(name = "lesson_completion", joinColumns = @JoinColumn(name = "enrolment_id"))
    @MapKeyColumn(name = "lesson_id")
    @Column(name = "completed_at")
    private Map<UUID, Instant> completedLessons = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {}

    private Enrolment(UUID courseId, UUID staffId, UUID partnerId, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.courseId = courseId;
        this.staffId = staffId;
        this.partnerId = partnerId;
        this.status = EnrolmentStatus.OPEN;
        this.enrolledAt = now;
    }

    public static Enrolment open(UUID courseId, UUID staffId, UUID partnerId, Instant now) {
        return new Enrolment(courseId, staffId, partnerId, now);
    }

    /** Notes a lesson as done; doing it again changes nothing. */
    public void completeLesson(UUID lessonId, Instant now) {
        completedLessons.putIfAbsent(lessonId, now);
    }

    /** Whether nothing is left between the person and the exam. */
    public boolean hasCompleted(Set<UUID> lessons) {
        return completedLessons.keySet().containsAll(lessons);
    }

    /** The exam is passed: the enrolment has come to its end. */
    public void complete(Instant now) {
        mustBeOpen();
        status = EnrolmentStatus.COMPLETED;
        completedAt = now;
    }

    public void mustBeOpen() {
        if (status != EnrolmentStatus.OPEN) {
            throw ProblemException.illegalState("The exam of this enrolment is passed.", Set.of());
        }
    }

    public UUID id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID staffId() {
        return staffId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public EnrolmentStatus status() {
        return status;
    }

    public Instant enrolledAt() {
        return enrolledAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public Set<UUID> completedLessons() {
        return Set.copyOf(completedLessons.keySet());
    }
}
