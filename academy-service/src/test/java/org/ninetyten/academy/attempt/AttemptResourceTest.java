package org.ninetyten.academy.attempt;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.ninetyten.academy.Academy.answers;
import static org.ninetyten.academy.Academy.as;
import static org.ninetyten.academy.Academy.publishedCourse;
import static org.ninetyten.academy.Academy.readyForTheExam;
import static org.ninetyten.academy.Academy.start;
import static org.ninetyten.academy.Academy.submit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.SettableClock;
import org.ninetyten.academy.partner.KeepStaff;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class AttemptResourceTest {

    @Inject
    KeepStaff keepStaff;

    private final UUID partnerId = UUID.randomUUID();
    private final UUID staffId = UUID.randomUUID();
    private String enrolment = "";

    @BeforeEach
    void aPersonReadyForTheExam() {
        keepStaff.joined(partnerId, staffId, LocalDate.of(2020, 1, 1));
        enrolment = readyForTheExam(publishedCourse(), partnerId, staffId);
    }

    @Test
    void anAttemptShowsItsQuestionsAndNeverTheAnswers() {
        ValidatableResponse started = start(enrolment, partnerId)
                .statusCode(201)
                .header("Location", containsString("/v1/attempts/"))
                .body("status", equalTo("STARTED"))
                .body("ordinal", equalTo(1))
                .body("endsAt", notNullValue())
                .body("questions", hasSize(4))
                .body("questions[0].options", hasSize(3))
                .body("questions[0].options[0].correct", nullValue())
                .body(not(containsString("\"correct\"")))
                .body("seed", nullValue());
        String id = started.extract().path("id");
        as(Tokens.partnerMember(partnerId))
                .get("/v1/attempts/{id}", id)
                .then()
                .statusCode(200)
                .body("questions.id", equalTo(started.extract().path("questions.id")))
                .body(not(containsString("\"correct\"")));
        submit(id, partnerId, answers(started, 2))
                .statusCode(200)
                .body("status", equalTo("FAILED"))
                .body("correct", equalTo(2))
                .body("scorePercent", equalTo(50))
                .body("questions", nullValue())
                .body("credentialId", nullValue());
    }

    @Test
    void threeOfFourPass() {
        ValidatableResponse started = start(enrolment, partnerId);
        submit(started.extract().path("id"), partnerId, answers(started, 3))
                .statusCode(200)
                .body("status", equalTo("PASSED"))
                .body("scorePercent", equalTo(75))
                .body("credentialId", notNullValue());
        as(Tokens.partner(partnerId))
                .get("/v1/enrolments/{id}", enrolment)
                .then()
                .body("status", equalTo("COMPLETED"));
        start(enrolment, partnerId).statusCode(409).body("code", equalTo("illegal-state"));
    }

    @Test
    void anotherPartnersAttemptDoesNotExist() {
        ValidatableResponse started = start(enrolment, partnerId);
        String id = started.extract().path("id");
        UUID foreign = UUID.randomUUID();
        as(Tokens.partner(foreign)).get("/v1/attempts/{id}", id).then().statusCode(404);
        submit(id, foreign, answers(started, 4)).statusCode(404);
        for (String token : List.of(Tokens.vendor("sales-desk"), Tokens.client("website"), Tokens.nobody())) {
            as(token).get("/v1/attempts/{id}", id).then().statusCode(403);
            as(token)
                    .body(answers(started, 4))
                    .post("/v1/attempts/{id}/submit", id)
                    .then()
                    .statusCode(403);
            as(token).post("/v1/enrolments/{id}/attempts", enrolment).then().statusCode(403);
        }
    }

    @Test
    void oneAttemptRunsAtATime() {
        start(enrolment, partnerId).statusCode(201);
        start(enrolment, partnerId).statusCode(409).body("code", equalTo("attempt-running"));
    }

    @Test
    void anIdempotencyKeyStartsOneAttempt() {
        String key = UUID.randomUUID().toString();
        String[] ids = new String[2];
        for (int i = 0; i < 2; i++) {
            ids[i] = as(Tokens.partner(partnerId))
                    .header("Idempotency-Key", key)
                    .post("/v1/enrolments/{id}/attempts", enrolment)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        assertEquals(ids[0], ids[1]);
    }

    @Test
    void whatIsSubmittedTooLateIsNotGraded() {
        ValidatableResponse started = start(enrolment, partnerId);
        String id = started.extract().path("id");
        SettableClock.advance(Duration.ofMinutes(31));
        as(Tokens.partner(partnerId))
                .get("/v1/attempts/{id}", id)
                .then()
                .body("status", equalTo("TIMED_OUT"))
                .body("questions", nullValue());
        submit(id, partnerId, answers(started, 4))
                .statusCode(200)
                .body("status", equalTo("TIMED_OUT"))
                .body("scorePercent", nullValue())
                .body("credentialId", nullValue());
        submit(id, partnerId, answers(started, 4)).statusCode(409).body("code", equalTo("attempt-already-ended"));
        start(enrolment, partnerId).statusCode(201).body("ordinal", equalTo(2));
    }

    @Test
    void anAbandonedAttemptMakesRoomForTheNextAndCounts() {
        start(enrolment, partnerId).statusCode(201);
        SettableClock.advance(Duration.ofMinutes(31));
        start(enrolment, partnerId).statusCode(201).body("ordinal", equalTo(2));
        as(Tokens.vendor("examiner"))
                .get("/v1/enrolments/{id}/attempts", enrolment)
                .then()
                .statusCode(200)
                .body("status", equalTo(List.of("TIMED_OUT", "STARTED")));
    }

    @Test
    void afterThreeFailuresTheNextAttemptsWaitADayAWeekAndThirtyDays() {
        List<Object> draws = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            draws.add(fail());
        }
        for (int days : new int[] {1, 7, 30}) {
            start(enrolment, partnerId)
                    .statusCode(409)
                    .body("code", equalTo("cool-down"))
                    .body("detail", containsString("may start at 20"));
            SettableClock.advance(Duration.ofDays(days).minusMinutes(5));
            start(enrolment, partnerId).statusCode(409).body("code", equalTo("cool-down"));
            SettableClock.advance(Duration.ofMinutes(5));
            draws.add(fail());
        }
        assertNotEquals(1, draws.stream().distinct().count(), "every attempt draws anew");
    }

    @Test
    void answersToOtherQuestionsAreRefusedAndTheAttemptGoesOn() {
        ValidatableResponse started = start(enrolment, partnerId);
        String id = started.extract().path("id");
        String question = started.extract().path("questions[0].id");
        String option = started.extract().path("questions[1].options[0].id");
        submit(id, partnerId, Map.of("answers", List.of(answer(UUID.randomUUID().toString()))))
                .statusCode(400)
                .body("errors[0].field", equalTo("answers[0].questionId"));
        submit(id, partnerId, Map.of("answers", List.of(answer(question, option))))
                .statusCode(400)
                .body("errors[0].field", equalTo("answers[0].optionIds"));
        submit(id, partnerId, Map.of()).statusCode(400);
        submit(id, partnerId, answers(started, 4)).statusCode(200).body("status", equalTo("PASSED"));
    }

    @Test
    void ofParallelSubmissionsOneIsGradedAndOneCredentialIsGranted() throws Exception {
        ValidatableResponse started = start(enrolment, partnerId);
        String id = started.extract().path("id");
        Map<String, Object> answers = answers(started, 4);
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> submissions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                submissions.add(threads.submit(
                        () -> submit(id, partnerId, answers).extract().statusCode()));
            }
            for (Future<Integer> submission : submissions) {
                codes.add(submission.get());
            }
        }
        assertEquals(1, codes.stream().filter(code -> code == 200).count(), codes.toString());
        assertEquals(7, codes.stream().filter(code -> code == 409).count(), codes.toString());
        as(Tokens.partner(partnerId)).get("/v1/credentials").then().body("items", hasSize(1));
    }

    @Test
    void ofParallelStartsOneRuns() throws Exception {
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                starts.add(threads.submit(
                        () -> start(enrolment, partnerId).extract().statusCode()));
            }
            for (Future<Integer> one : starts) {
                codes.add(one.get());
            }
        }
        assertEquals(1, codes.stream().filter(code -> code == 201).count(), codes.toString());
        assertEquals(5, codes.stream().filter(code -> code == 409).count(), codes.toString());
    }

    @Test
    void whoHasLeftThePartnerSitsNoMoreExams() {
        keepStaff.left(partnerId, staffId, LocalDate.of(2021, 1, 1));
        start(enrolment, partnerId).statusCode(409).body("code", equalTo("staff-left"));
    }

    private Object fail() {
        ValidatableResponse started = start(enrolment, partnerId).statusCode(201);
        submit(started.extract().path("id"), partnerId, answers(started, 0))
                .statusCode(200)
                .body("status", equalTo("FAILED"));
        return started.extract().path("questions.id");
    }

    private static Map<String, Object> answer(String question, String... options) {
        return Map.of("questionId", question, "optionIds", List.of(options));
    }
}
