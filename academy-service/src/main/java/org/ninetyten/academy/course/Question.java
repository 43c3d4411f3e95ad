package org.ninetyten.academy.course;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** A question of a course's bank, with all its options. */
@Entity
public class Question {

    @Id
    private UUID id;

    // Read by the mapping alone.
    @SuppressWarnings("UnusedVariable")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "course_id", updatable = false)
    private Course course;

    @Column(updatable = false)
    private int position;

    private String text;

    @Enumerated(EnumType.STRING)
    private QuestionKind kind;

    private @Nullable String tag;

    // One query for the options of the whole bank, not one for each question.
    @ElementCollection
    @CollectionTable(name = "answer_option", joinColumns = @JoinColumn(name = "question_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<AnswerOption> options = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Question() {}

    Question(Course course, int position, QuestionDraft draft) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.course = course;
        this.position = position;
        this.text = draft.text();
        this.kind = draft.kind();
        this.tag = draft.tag();
        for (QuestionDraft.Option option : draft.options()) {
            options.add(new AnswerOption(UuidCreator.getTimeOrderedEpoch(), option.text(), option.correct()));
        }
    }

    /** What this question says, without its identity. */
    QuestionDraft draft() {
        return new QuestionDraft(
                text,
                kind,
                options.stream()
                        .map(option -> new QuestionDraft.Option(option.text(), option.correct()))
                        .toList(),
                tag);
    }

    /** The ids of the options that make a right answer, all of them and no other. */
    public Set<UUID> correctOptions() {
        return options.stream()
                .filter(AnswerOption::correct)
                .map(AnswerOption::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    public List<UUID> optionIds() {
        return options.stream().map(AnswerOption::id).toList();
    }

    public UUID id() {
        return id;
    }

    public String text() {
        return text;
    }

    public QuestionKind kind() {
        return kind;
    }

    public @Nullable String tag() {
        return tag;
    }

    public List<AnswerOption> options() {
        return List.copyOf(options);
    }
}
