package org.ninetyten.academy.attempt;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.ExamPolicy;
import org.ninetyten.academy.course.ExamRules;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** One sitting of an exam: what was asked, until when, what was answered, and what came of it. */
@Entity
public class Attempt {

    @Id
    private UUID id;

    @Column(name = "enrolment_id", updatable = false)
    private UUID enrolmentId;

    @Column(name = "partner_id", updatable = false)
    private UUID partnerId;

    @Column(updatable = false)
    private int ordinal;

    // Kept so that the draw can be repeated and explained.
    @Column(updatable = false)
    private long seed;

    @Column(name = "policy_version", updatable = false)
    private int policyVersion;

    @Column(name = "pass_percent", updatable = false)
    private int passPercent;

    @Enumerated(EnumType.STRING)
    private AttemptStatus status;

    @Column(name = "started_at", updatable = false)
    private Instant startedAt;

    @Column(name = "ends_at", updatable = false)
    private Instant endsAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable Integer correct;

    @Column(name = "score_percent")
    private @Nullable Integer scorePercent;

    @Column(name = "credential_id")
    private @Nullable UUID credentialId;

    @Version
    private long revision;

    @ElementCollection
    @CollectionTable(name = "attempt_question", joinColumns = @JoinColumn(name = "attempt_id"))
    @OrderColumn(name = "position")
    private List<DrawnQuestion> questions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "attempt_answer", joinColumns = @JoinColumn(name = "attempt_id"))
    private Set<GivenAnswer> answers = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    private Attempt(
            Enrolment enrolment,
            int ordinal,
            ExamPolicy policy,
            ExamRules exam,
            long seed,
            List<DrawnQuestion> drawn,
            Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.enrolmentId = enrolment.id();
        this.partnerId = enrolment.partnerId();
        this.ordinal = ordinal;
        this.seed = seed;
        this.policyVersion = policy.version();
        this.passPercent = exam.passPercent();
        this.status = AttemptStatus.STARTED;
        this.startedAt = now;
        this.endsAt = now.plusSeconds(exam.minutes() * 60L);
        this.questions.addAll(drawn);
    }

    /** Starts the next attempt of an enrolment with a draw of its own. */
    public static Attempt start(
            Enrolment enrolment,
            int ordinal,
            ExamPolicy policy,
            ExamRules exam,
            Map<UUID, List<UUID>> bank,
            long seed,
            Instant now) {
        return new Attempt(enrolment, ordinal, policy, exam, seed, ExamDraw.draw(bank, exam.draw(), seed), now);
    }

    /** Where the attempt stands: one whose time is over has timed out, whether or not anybody has noted it yet. */
    public AttemptStatus statusAt(Instant now) {
        return status == AttemptStatus.STARTED && now.isAfter(endsAt) ? AttemptStatus.TIMED_OUT : status;
    }

    /** When the attempt ended, or will at the latest. */
    public Instant end() {
        return endedAt == null ? endsAt : endedAt;
    }

    /** Notes the end of an attempt whose time is over. */
    public void timeOut(Instant now) {
        if (statusAt(now) == AttemptStatus.TIMED_OUT) {
            status = AttemptStatus.TIMED_OUT;
            endedAt = endsAt;
        }
    }

    /**
     * Takes the answers and grades them. After the end they are not looked at: the attempt has timed out.
     *
     * @param key the correct options of each question of the bank
     * @return the id of the credential that is earned by passing
     */
    public Optional<UUID> submit(List<GivenAnswer> given, Map<UUID, Set<UUID>> key, Instant now) {
        if (status != AttemptStatus.STARTED) {
            throw new ProblemException(AttemptProblem.ATTEMPT_ALREADY_ENDED, "It is " + status + ".");
        }
        timeOut(now);
        if (status == AttemptStatus.TIMED_OUT) {
            return Optional.empty();
        }
        Map<UUID, Set<UUID>> chosen = understand(given);
        Map<UUID, Set<UUID>> asked = new HashMap<>();
        questions.forEach(
                question -> asked.put(question.questionId(), key.getOrDefault(question.questionId(), Set.of())));
        Grading.Score score = Grading.grade(asked, chosen);
        answers.addAll(given);
        correct = score.correct();
        scorePercent = score.percent();
        endedAt = now;
        status = score.reaches(passPercent) ? AttemptStatus.PASSED : AttemptStatus.FAILED;
        if (status == AttemptStatus.PASSED) {
            credentialId = UuidCreator.getTimeOrderedEpoch();
        }
        return Optional.ofNullable(credentialId);
    }

    private Map<UUID, Set<UUID>> understand(List<GivenAnswer> given) {
        Map<UUID, Set<UUID>> shown = new HashMap<>();
        questions.forEach(question -> shown.put(question.questionId(), Set.copyOf(question.optionIds())));
        Map<UUID, Set<UUID>> chosen = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            GivenAnswer answer = given.get(i);
            Set<UUID> options = shown.get(answer.questionId());
            if (options == null) {
                throw wrong("answers[" + i + "].questionId", "is no question of this attempt");
            }
            if (!options.containsAll(answer.optionIds())) {
                throw wrong("answers[" + i + "].optionIds", "has an option that is none of the question's");
            }
            if (chosen.put(answer.questionId(), Set.copyOf(answer.optionIds())) != null) {
                throw wrong("answers[" + i + "].questionId", "is answered twice");
            }
        }
        return chosen;
    }

    private static ProblemException wrong(String field, String reason) {
        return new ProblemException(GeneralProblem.VALIDATION_FAILED, "The answers don't fit the questions.")
                .field(field, reason);
    }

    public UUID id() {
        return id;
    }

    public UUID enrolmentId() {
        return enrolmentId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public int ordinal() {
        return ordinal;
    }

    public long seed() {
        return seed;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public int passPercent() {
        return passPercent;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable Integer scorePercent() {
        return scorePercent;
    }

    /** How many answers were right; unknown until it is graded. */
    public @Nullable Integer correct() {
        return correct;
    }

    public @Nullable UUID credentialId() {
        return credentialId;
    }

    public List<DrawnQuestion> questions() {
        return List.copyOf(questions);
    }
}
