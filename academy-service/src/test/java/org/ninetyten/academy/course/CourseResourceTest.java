package org.ninetyten.academy.course;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.ninetyten.academy.Academy.addLesson;
import static org.ninetyten.academy.Academy.as;
import static org.ninetyten.academy.Academy.course;
import static org.ninetyten.academy.Academy.draft;
import static org.ninetyten.academy.Academy.editor;
import static org.ninetyten.academy.Academy.etag;
import static org.ninetyten.academy.Academy.exam;
import static org.ninetyten.academy.Academy.newCode;
import static org.ninetyten.academy.Academy.option;
import static org.ninetyten.academy.Academy.publishedCourse;
import static org.ninetyten.academy.Academy.writeExam;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class CourseResourceTest {

    @Test
    void onlyEditorsWriteCourses() {
        String draft = draft();
        for (String token : List.of(
                Tokens.partner(UUID.randomUUID()),
                Tokens.partnerMember(UUID.randomUUID()),
                Tokens.vendor("partner-manager"),
                Tokens.vendor("examiner"),
                Tokens.client("website"),
                Tokens.nobody())) {
            as(token).body(course(newCode())).post("/v1/courses").then().statusCode(403);
            as(token)
                    .body(Map.of("title", "t", "markdown", "m"))
                    .post("/v1/courses/{id}/lessons", draft)
                    .then()
                    .statusCode(403);
            as(token)
                    .header("If-Match", "*")
                    .body(exam())
                    .put("/v1/courses/{id}/exam", draft)
                    .then()
                    .statusCode(403);
            as(token).post("/v1/courses/{id}/publish", draft).then().statusCode(403);
            as(token).post("/v1/courses/{id}/versions", draft).then().statusCode(403);
        }
    }

    @Test
    void nobodyReadsCoursesWithoutSigningIn() {
        RestAssured.get("/v1/courses").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void aDraftIsSeenByEditorsAlone() {
        String draft = draft();
        String partner = Tokens.partner(UUID.randomUUID());
        editor().get("/v1/courses/{id}", draft).then().statusCode(200).body("status", equalTo("DRAFT"));
        as(partner).get("/v1/courses/{id}", draft).then().statusCode(404);
        as(partner).get("/v1/courses?limit=200").then().statusCode(200).body("items.id", not(hasItem(draft)));
    }

    @Test
    void thePublishedCourseTellsThePartnerItsLessonsButNotItsAnswers() {
        String course = publishedCourse();
        String partner = Tokens.partnerMember(UUID.randomUUID());
        String lesson = as(partner)
                .get("/v1/courses/{id}", course)
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("lessons.title", contains("First", "Second"))
                .body("exam.passPercent", equalTo(75))
                .body("exam.draw", equalTo(4))
                .body(not(containsString("right A")))
                .body(not(containsString("correct")))
                .extract()
                .path("lessons[0].id");
        as(partner)
                .get("/v1/courses/{id}/lessons/{lesson}", course, lesson)
                .then()
                .statusCode(200)
                .body("markdown", equalTo("# First"));
        as(partner)
                .get("/v1/courses/{id}/lessons/{lesson}", course, UUID.randomUUID())
                .then()
                .statusCode(404);
        as(partner).get("/v1/courses/{id}/exam", course).then().statusCode(403);
        as(Tokens.vendor("examiner"))
                .get("/v1/courses/{id}/exam", course)
                .then()
                .statusCode(200)
                .body("questions", hasSize(6));
    }

    @Test
    void aPublishedVersionIsNotChanged() {
        String course = publishedCourse();
        editor().body(Map.of("title", "late", "markdown", "m"))
                .post("/v1/courses/{id}/lessons", course)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", contains("SUPERSEDED"));
        writeExam(course, exam()).statusCode(409);
        editor().post("/v1/courses/{id}/publish", course).then().statusCode(409);
    }

    @Test
    void anUnfinishedCourseIsNotPublished() {
        String draft = draft();
        editor().post("/v1/courses/{id}/publish", draft)
                .then()
                .statusCode(409)
                .body("code", equalTo("course-incomplete"));
        editor().get("/v1/courses/{id}/exam", draft).then().statusCode(404);
    }

    @Test
    void theNextVersionReplacesTheOneBeforeWhenPublished() {
        String first = publishedCourse();
        String second = editor().post("/v1/courses/{id}/versions", first)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("lessons", hasSize(2))
                .body("exam.minutes", equalTo(30))
                .extract()
                .path("id");
        editor().post("/v1/courses/{id}/versions", first).then().statusCode(409).body("code", equalTo("draft-exists"));
        editor().post("/v1/courses/{id}/publish", second).then().statusCode(200);
        editor().get("/v1/courses/{id}", first).then().body("status", equalTo("SUPERSEDED"));
        editor().get("/v1/courses/{id}", second).then().body("status", equalTo("PUBLISHED"));
        editor().post("/v1/courses/{id}/versions", first).then().statusCode(409).body("code", equalTo("illegal-state"));
    }

    @Test
    void aCodeIsUsedOnceInALanguage() {
        Map<String, Object> course = course(newCode());
        editor().body(course).post("/v1/courses").then().statusCode(201).header("Location", containsString("/v1/"));
        editor().body(course).post("/v1/courses").then().statusCode(409).body("code", equalTo("course-code-taken"));
        Map<String, Object> inSpanish = new HashMap<>(course);
        inSpanish.put("locale", "es");
        editor().body(inSpanish).post("/v1/courses").then().statusCode(201);
    }

    @Test
    void anIdempotencyKeyMakesOneCourse() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> course = course(newCode());
        String id = editor().header("Idempotency-Key", key)
                .body(course)
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        editor().header("Idempotency-Key", key)
                .body(course)
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        editor().header("Idempotency-Key", key)
                .body(course(newCode()))
                .post("/v1/courses")
                .then()
                .statusCode(422);
    }

    @Test
    void theExamIsWrittenOnlyOverTheVersionThatWasRead() {
        String draft = draft();
        String seen = etag(draft);
        addLesson(draft, "In between");
        editor().header("If-Match", seen)
                .body(exam())
                .put("/v1/courses/{id}/exam", draft)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"));
        editor().body(exam()).put("/v1/courses/{id}/exam", draft).then().statusCode(428);
        String written = writeExam(draft, exam())
                .statusCode(200)
                .body("passPercent", equalTo(75))
                .body("questions.options.correct.flatten()", hasItem(true))
                .extract()
                .header("ETag");
        editor().get("/v1/courses/{id}", draft).then().header("ETag", written);
        editor().get("/v1/courses/{id}/exam", draft).then().header("ETag", written);
    }

    @Test
    void writingTheExamAgainReplacesTheBank() {
        String draft = draft();
        writeExam(draft, exam()).statusCode(200);
        writeExam(draft, with(exam(), "passPercent", 60))
                .statusCode(200)
                .body("passPercent", equalTo(60))
                .body("questions", hasSize(6));
        editor().get("/v1/courses/{id}/exam", draft).then().body("questions", hasSize(6));
    }

    @Test
    void anExamThatCannotBeSatIsRefusedFieldByField() {
        String draft = draft();
        Map<String, Object> noneRight =
                Map.of("text", "Q", "kind", "SINGLE", "options", List.of(option("a", false), option("b", false)));
        writeExam(draft, Map.of("minutes", 30, "draw", 2, "questions", List.of(noneRight)))
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", contains("draw", "questions[0].options"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{",
                "null",
                "{\"code\":\"lower\",\"title\":\"t\",\"locale\":\"en\",\"competency\":\"AUDIT\",\"level\":\"BASIC\"}",
                "{\"code\":\"OK-1\",\"title\":\"\",\"locale\":\"en\",\"competency\":\"AUDIT\",\"level\":\"BASIC\"}",
                "{\"code\":\"OK-1\",\"title\":\"t\",\"locale\":\"english\",\"competency\":\"AUDIT\",\"level\":\"BASIC\"}",
                "{\"code\":\"OK-1\",\"title\":\"t\",\"locale\":\"en\",\"competency\":\"MAGIC\",\"level\":\"BASIC\"}",
                "{\"code\":\"OK-1\",\"title\":\"t\",\"locale\":\"en\",\"competency\":\"AUDIT\",\"level\":\"BASIC\","
                        + "\"validityMonths\":0}",
                "{\"code\":\"OK-1\",\"title\":\"t\",\"locale\":\"en\",\"competency\":\"AUDIT\",\"level\":\"BASIC\","
                        + "\"surprise\":1}",
                "{\"code\":\"OK-1\",\"title\":\"a\\u0000b\",\"locale\":\"en\",\"competency\":\"AUDIT\","
                        + "\"level\":\"BASIC\"}"
            })
    void badCoursesAreProblems(String body) {
        editor().body(body)
                .post("/v1/courses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", notNullValue());
    }

    @Test
    void badExamsAndLessonsAreProblems() {
        String draft = draft();
        editor().body(Map.of("title", "t", "markdown", "m".repeat(50_001)))
                .post("/v1/courses/{id}/lessons", draft)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("markdown"));
        writeExam(draft, with(exam(), "draw", 0)).statusCode(400);
        writeExam(draft, with(exam(), "passPercent", 101)).statusCode(400);
        writeExam(draft, with(exam(), "minutes", 481)).statusCode(400);
        writeExam(draft, with(exam(), "questions", List.of())).statusCode(400);
        writeExam(
                        draft,
                        with(
                                exam(),
                                "questions",
                                List.of(Map.of("text", "Q", "kind", "SINGLE", "options", List.of(option("a", true))))))
                .statusCode(400);
        editor().get("/v1/courses/{id}", "not-an-id").then().statusCode(404);
        editor().get("/v1/courses/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void listsArePagedAndNarrowed() {
        Map<String, Object> course = course(newCode());
        for (String locale : List.of("en", "es", "fr")) {
            editor().body(with(course, "locale", locale))
                    .post("/v1/courses")
                    .then()
                    .statusCode(201);
        }
        String next = editor().queryParam("code", course.get("code"))
                .queryParam("limit", 2)
                .get("/v1/courses")
                .then()
                .statusCode(200)
                .body("items.locale", contains("en", "es"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        editor().queryParam("code", course.get("code"))
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/courses")
                .then()
                .statusCode(200)
                .body("items.locale", contains("fr"));
        editor().queryParams("locale", "fr", "competency", "IMPLEMENTATION", "level", "SPECIALIST", "status", "DRAFT")
                .get("/v1/courses")
                .then()
                .statusCode(200)
                .body("items.locale", everyItem(equalTo("fr")));
        editor().get("/v1/courses?limit=201").then().statusCode(400);
        editor().get("/v1/courses?cursor=rubbish").then().statusCode(400);
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
