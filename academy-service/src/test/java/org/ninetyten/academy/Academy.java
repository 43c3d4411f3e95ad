package org.ninetyten.academy;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.testing.Tokens;

/** The academy as its callers know it: what the tests of several features do over HTTP. */
public final class Academy {

    /** The right answers of every exam that these tests write start with this word. */
    private static final String RIGHT = "right";

    private static final Map<String, Integer> RIGHT_OPTIONS = Map.of("SINGLE", 1, "MULTIPLE", 2);

    private Academy() {}

    public static RequestSpecification editor() {
        return as(Tokens.vendor("academy-editor"));
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static Map<String, Object> course(String code) {
        return Map.of(
                "code", code,
                "title", "Implementation for specialists",
                "locale", "en",
                "competency", "IMPLEMENTATION",
                "level", "SPECIALIST");
    }

    public static String newCode() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    public static String draft() {
        return editor().body(course(newCode()))
                .post("/v1/courses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String addLesson(String courseId, String title) {
        return editor().body(Map.of("title", title, "markdown", "# " + title))
                .post("/v1/courses/{id}/lessons", courseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String etag(String courseId) {
        return editor().get("/v1/courses/{id}", courseId)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    public static ValidatableResponse writeExam(String courseId, Map<String, Object> exam) {
        return editor().header("If-Match", etag(courseId))
                .body(exam)
                .put("/v1/courses/{id}/exam", courseId)
                .then();
    }

    /** An exam that draws four of six questions, single and multiple by turns, 30 minutes. */
    public static Map<String, Object> exam() {
        List<Object> questions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean single = i % 2 == 0;
            questions.add(Map.of(
                    "text",
                    "Question " + i,
                    "kind",
                    single ? "SINGLE" : "MULTIPLE",
                    "tag",
                    "basics",
                    "options",
                    List.of(
                            option("right A", true),
                            option(single ? "wrong B" : "right B", !single),
                            option("wrong C", false))));
        }
        return Map.of("minutes", 30, "draw", 4, "questions", questions);
    }

    public static Map<String, Object> option(String text, boolean correct) {
        return Map.of("text", text, "correct", correct);
    }

    /** A published course with two lessons. */
    public static String publishedCourse() {
        String course = draft();
        addLesson(course, "First");
        addLesson(course, "Second");
        writeExam(course, exam()).statusCode(200);
        editor().post("/v1/courses/{id}/publish", course).then().statusCode(200);
        return course;
    }

    /** An enrolment of a person with all lessons done. */
    public static String readyForTheExam(String course, UUID partnerId, UUID staffId) {
        String token = Tokens.partner(partnerId);
        String enrolment = as(token)
                .body(Map.of("courseId", course, "staffId", staffId))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<String> lessons =
                as(token).get("/v1/courses/{id}", course).then().extract().path("lessons.id");
        for (String lesson : lessons) {
            as(token)
                    .post("/v1/enrolments/{id}/lessons/{lesson}/complete", enrolment, lesson)
                    .then()
                    .statusCode(200);
        }
        return enrolment;
    }

    public static ValidatableResponse start(String enrolment, UUID partnerId) {
        return as(Tokens.partner(partnerId))
                .post("/v1/enrolments/{id}/attempts", enrolment)
                .then();
    }

    /** Answers to the questions of a started attempt: as many right ones as asked for, the others wrong. */
    public static Map<String, Object> answers(ValidatableResponse started, int right) {
        List<Map<String, Object>> questions = started.extract().path("questions");
        List<Object> answers = new ArrayList<>();
        for (Map<String, Object> question : questions) {
            answers.add(
                    Map.of("questionId", question.get("id"), "optionIds", options(question, answers.size() < right)));
        }
        return Map.of("answers", answers);
    }

    @SuppressWarnings("unchecked")
    private static Set<Object> options(Map<String, Object> question, boolean rightly) {
        Set<Object> chosen = new HashSet<>();
        for (Map<String, Object> option : (List<Map<String, Object>>) question.get("options")) {
            if (option.get("text").toString().startsWith(RIGHT) == rightly) {
                chosen.add(option.get("id"));
            }
        }
        if (rightly && chosen.size() != RIGHT_OPTIONS.get(question.get("kind").toString())) {
            throw new AssertionError("Not all options are shown: " + question);
        }
        return chosen;
    }

    public static ValidatableResponse submit(String attempt, UUID partnerId, Map<String, Object> answers) {
        return as(Tokens.partner(partnerId))
                .body(answers)
                .post("/v1/attempts/{id}/submit", attempt)
                .then();
    }
}
