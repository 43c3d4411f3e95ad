package org.ninetyten.academy.course;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** A lesson in Markdown. */
@Entity
public class Lesson {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "course_id", updatable = false)
    private Course course;

    @Column(updatable = false)
    private int position;

    private String title;

    private String markdown;

    @SuppressWarnings("NullAway.Init")
    protected Lesson() {}

    Lesson(Course course, int position, String title, String markdown) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.course = course;
        this.position = position;
        this.title = title;
        this.markdown = markdown;
    }

    Lesson copyTo(Course target) {
        return new Lesson(target, position, title, markdown);
    }

    public UUID id() {
        return id;
    }

    public UUID courseId() {
        return course.id();
    }

    public String title() {
        return title;
    }

    public String markdown() {
        return markdown;
    }
}
