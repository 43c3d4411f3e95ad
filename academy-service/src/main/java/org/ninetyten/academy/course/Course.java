package org.ninetyten.academy.course;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** One version of a course in one language. A draft can be written; a published version stays as it is. */
@Entity
public class Course {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private String locale;

    @Column(updatable = false)
    private int version;

    private String title;

    @Enumerated(EnumType.STRING)
    private Competency competency;

    @Enumerated(EnumType.STRING)
    private Level level;

    @Column(name = "validity_months")
    private @Nullable Integer validityMonths;

    @Enumerated(EnumType.STRING)
    private CourseStatus status;

    @Embedded
    private @Nullable ExamRules examRules;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    // Changes with every lesson and every exam, so that the revision rises with them.
    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Version
    private long revision;

    @OneToMany(mappedBy = "course", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Lesson> lessons = new ArrayList<>();

    @OneToMany(mappedBy = "course", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Question> questions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Course() {}

    private Course(CourseOutline outline, int version, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.code = outline.code();
        this.locale = outline.locale();
        this.version = version;
        this.title = outline.title();
        this.competency = outline.competency();
        this.level = outline.level();
        this.validityMonths = outline.validityMonths();
        this.status = CourseStatus.DRAFT;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** The first version of a new course, empty yet. */
    public static Course draft(CourseOutline outline, Instant now) {
        return new Course(outline, 1, now);
    }

    /** A draft of the next version that starts with all that this one has. */
    public Course nextVersion(Instant now) {
        if (status == CourseStatus.DRAFT) {
            throw ProblemException.illegalState(
                    "This version is still a draft: change it instead.", Set.of(CourseStatus.PUBLISHED));
        }
        Course next =
                new Course(new CourseOutline(code, title, locale, competency, level, validityMonths), version + 1, now);
        lessons.forEach(lesson -> next.lessons.add(lesson.copyTo(next)));
        if (examRules != null) {
            next.writeExam(
                    new ExamDraft(
                            examRules, questions.stream().map(Question::draft).toList()),
                    now);
        }
        return next;
    }

    public Lesson addLesson(String lessonTitle, String markdown, Instant now) {
        mustBeDraft();
        Lesson lesson = new Lesson(this, lessons.size() + 1, lessonTitle, markdown);
        lessons.add(lesson);
        changedAt = now;
        return lesson;
    }

    /** Replaces the exam: its rules and its whole bank. The draft must be without faults. */
    public void writeExam(ExamDraft exam, Instant now) {
        mustBeDraft();
        if (!exam.faults().isEmpty()) {
            throw new IllegalArgumentException("An exam with faults: " + exam.faults());
        }
        examRules = exam.rules();
        questions.clear();
        exam.questions().forEach(question -> questions.add(new Question(this, questions.size() + 1, question)));
        changedAt = now;
    }

    public void publish(Instant now) {
        mustBeDraft();
        if (lessons.isEmpty() || examRules == null) {
            throw new ProblemException(
                    CourseProblem.COURSE_INCOMPLETE, lessons.isEmpty() ? "It has no lesson." : "It has no exam.");
        }
        status = CourseStatus.PUBLISHED;
        publishedAt = now;
        changedAt = now;
    }

    void supersede(Instant now) {
        status = CourseStatus.SUPERSEDED;
        changedAt = now;
    }

    private void mustBeDraft() {
        if (status != CourseStatus.DRAFT) {
            throw ProblemException.illegalState(
                    "A published version stays as it is: start the next version.",
                    status == CourseStatus.PUBLISHED ? Set.of(CourseStatus.SUPERSEDED) : Set.of());
        }
    }

    /** The rules of the exam, which every published course has. */
    public ExamRules exam() {
        if (examRules == null) {
            throw new IllegalStateException("The course " + id + " has no exam.");
        }
        return examRules;
    }

    public Set<UUID> lessonIds() {
        return lessons.stream().map(Lesson::id).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isDraft() {
        return status == CourseStatus.DRAFT;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String locale() {
        return locale;
    }

    public int version() {
        return version;
    }

    public String title() {
        return title;
    }

    public Competency competency() {
        return competency;
    }

    public Level level() {
        return level;
    }

    /** How many months the credential counts when the course says otherwise than the policy. */
    public @Nullable Integer validityMonths() {
        return validityMonths;
    }

    public CourseStatus status() {
        return status;
    }

    public @Nullable ExamRules examRules() {
        return examRules;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant publishedAt() {
        return publishedAt;
    }

    /** Rises with every change; what an editor must have seen before it overwrites. */
    public long revision() {
        return revision;
    }

    public List<Lesson> lessons() {
        return List.copyOf(lessons);
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }
}
