package org.ninetyten.academy.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.course.ExamPolicy;
import org.ninetyten.academy.course.ExamRules;
import org.ninetyten.academy.enrolment.Enrolment;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

class AttemptTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID QUESTION = new UUID(0, 1);
    private static final UUID RIGHT = new UUID(1, 1);
    private static final UUID WRONG = new UUID(1, 2);
    private static final Map<UUID, Set<UUID>> KEY = Map.of(QUESTION, Set.of(RIGHT));

    private final Attempt attempt = Attempt.start(
            Enrolment.open(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), START),
            1,
            new ExamPolicy(1, 75, 3, List.of(1, 7, 30)),
            new ExamRules(75, 30, 1),
            Map.of(QUESTION, List.of(RIGHT, WRONG)),
            7,
            START);

    @Test
    void theRightAnswersPass() {
        Optional<UUID> credential = attempt.submit(answer(RIGHT), KEY, START.plusSeconds(60));
        assertEquals(Optional.ofNullable(attempt.credentialId()), credential);
        assertTrue(credential.isPresent());
        assertEquals(AttemptStatus.PASSED, attempt.statusAt(START.plusSeconds(60)));
        assertEquals(100, attempt.scorePercent());
    }

    @Test
    void wrongAnswersFail() {
        assertEquals(Optional.empty(), attempt.submit(answer(WRONG), KEY, START.plusSeconds(60)));
        assertEquals(AttemptStatus.FAILED, attempt.statusAt(START.plusSeconds(60)));
        assertEquals(0, attempt.scorePercent());
    }

    @Test
    void theLastInstantStillCountsAndTheNextOneDoesNot() {
        Instant end = START.plus(Duration.ofMinutes(30));
        assertEquals(AttemptStatus.STARTED, attempt.statusAt(end));
        assertEquals(AttemptStatus.TIMED_OUT, attempt.statusAt(end.plusNanos(1)));
    }

    @Test
    void whatComesAfterTheEndIsNotGraded() {
        Instant late = START.plus(Duration.ofMinutes(31));
        assertEquals(Optional.empty(), attempt.submit(answer(RIGHT), KEY, late));
        assertEquals(AttemptStatus.TIMED_OUT, attempt.statusAt(late));
        assertNull(attempt.scorePercent());
        assertEquals(START.plus(Duration.ofMinutes(30)), attempt.end(), "it ended when its time was over");
    }

    @Test
    void anAttemptIsSubmittedOnce() {
        attempt.submit(answer(WRONG), KEY, START.plusSeconds(60));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> attempt.submit(answer(RIGHT), KEY, START.plusSeconds(61)));
        assertEquals(AttemptProblem.ATTEMPT_ALREADY_ENDED, refusal.type());
        assertEquals(AttemptStatus.FAILED, attempt.statusAt(START.plusSeconds(61)));
    }

    @Test
    void answersMustBelongToTheQuestionsThatWereAsked() {
        assertInvalid(List.of(new GivenAnswer(UUID.randomUUID(), List.of(RIGHT))));
        assertInvalid(List.of(new GivenAnswer(QUESTION, List.of(UUID.randomUUID()))));
        assertInvalid(List.of(new GivenAnswer(QUESTION, List.of(WRONG)), new GivenAnswer(QUESTION, List.of(RIGHT))));
        assertEquals(AttemptStatus.STARTED, attempt.statusAt(START.plusSeconds(60)));
    }

    private void assertInvalid(List<GivenAnswer> given) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> attempt.submit(given, KEY, START.plusSeconds(60)));
        assertEquals(GeneralProblem.VALIDATION_FAILED, refusal.type());
    }

    private static List<GivenAnswer> answer(UUID option) {
        return List.of(new GivenAnswer(QUESTION, List.of(option)));
    }
}
