package org.ninetyten.academy.enrolment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.ninetyten.academy.Academy.as;
import static org.ninetyten.academy.Academy.draft;
import static org.ninetyten.academy.Academy.editor;
import static org.ninetyten.academy.Academy.publishedCourse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.partner.KeepPartner;
import org.ninetyten.academy.partner.KeepStaff;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class EnrolmentResourceTest {

    @Inject
    KeepStaff keepStaff;

    @Inject
    KeepPartner keepPartner;

    private final UUID partnerId = UUID.randomUUID();
    private final UUID staffId = UUID.randomUUID();

    @BeforeEach
    void aPartnerWithOnePerson() {
        keepPartner.status(partnerId, 1, "ONBOARDING");
        keepStaff.joined(partnerId, staffId, LocalDate.of(2020, 1, 1));
    }

    @Test
    void aPartnerEnrolsItsOwnPeople() {
        String course = publishedCourse();
        String id = enrol(Tokens.partnerMember(partnerId), course, staffId)
                .statusCode(201)
                .body("status", equalTo("OPEN"))
                .body("partnerId", equalTo(partnerId.toString()))
                .extract()
                .path("id");
        as(Tokens.partner(partnerId)).get("/v1/enrolments/{id}", id).then().statusCode(200);
        as(Tokens.partner(partnerId)).get("/v1/enrolments").then().body("items.id", contains(id));
        editor().queryParam("staffId", staffId).get("/v1/enrolments").then().body("items.id", contains(id));
    }

    @Test
    void anotherPartnersPeopleAndEnrolmentsDoNotExist() {
        String course = publishedCourse();
        String foreign = Tokens.partner(UUID.randomUUID());
        enrol(foreign, course, staffId).statusCode(404).body("code", equalTo("not-found"));
        String id = enrol(Tokens.partner(partnerId), course, staffId).extract().path("id");
        as(foreign).get("/v1/enrolments/{id}", id).then().statusCode(404);
        as(foreign).get("/v1/enrolments").then().statusCode(200).body("items", hasSize(0));
        as(foreign)
                .queryParam("partnerId", partnerId)
                .get("/v1/enrolments")
                .then()
                .statusCode(404);
        as(foreign)
                .post("/v1/enrolments/{id}/lessons/{lesson}/complete", id, UUID.randomUUID())
                .then()
                .statusCode(404);
        as(foreign).post("/v1/enrolments/{id}/attempts", id).then().statusCode(404);
        as(foreign).get("/v1/enrolments/{id}/attempts", id).then().statusCode(404);
    }

    @Test
    void otherRolesEnrolNobody() {
        for (String token : List.of(
                Tokens.vendor("partner-manager"),
                Tokens.vendor("finance"),
                Tokens.client("product"),
                Tokens.nobody())) {
            enrol(token, UUID.randomUUID().toString(), staffId).statusCode(403);
        }
    }

    @Test
    void theAcademyEnrolsAnybodyWhoIsEmployedSomewhere() {
        String course = publishedCourse();
        enrol(Tokens.vendor("academy-editor"), course, staffId)
                .statusCode(201)
                .body("partnerId", equalTo(partnerId.toString()));
        enrol(Tokens.vendor("academy-editor"), course, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void whoHasLeftIsNotEnrolled() {
        keepStaff.left(partnerId, staffId, LocalDate.of(2021, 1, 1));
        enrol(Tokens.partner(partnerId), publishedCourse(), staffId).statusCode(404);
    }

    @Test
    void whoHasLeftAndComeBackIsEnrolled() {
        keepStaff.left(partnerId, staffId, LocalDate.of(2021, 1, 1));
        keepStaff.joined(partnerId, staffId, LocalDate.of(2022, 1, 1));
        enrol(Tokens.partner(partnerId), publishedCourse(), staffId).statusCode(201);
    }

    @Test
    void aTerminatedPartnerEnrolsNobody() {
        keepPartner.status(partnerId, 3, "TERMINATED");
        keepPartner.status(partnerId, 2, "ACTIVE");
        enrol(Tokens.partner(partnerId), publishedCourse(), staffId)
                .statusCode(409)
                .body("code", equalTo("partner-terminated"));
    }

    @Test
    void aPersonIsOnACourseOnce() {
        String course = publishedCourse();
        enrol(Tokens.partner(partnerId), course, staffId).statusCode(201);
        enrol(Tokens.partner(partnerId), course, staffId).statusCode(409).body("code", equalTo("already-enrolled"));
    }

    @Test
    void aDraftTakesNoLearners() {
        String draft = draft();
        enrol(Tokens.partner(partnerId), draft, staffId).statusCode(404);
        enrol(Tokens.vendor("academy-editor"), draft, staffId).statusCode(409).body("code", equalTo("course-not-open"));
    }

    @Test
    void lessonsAreDoneOneByOneAndTwiceIsOnce() {
        String course = publishedCourse();
        String token = Tokens.partner(partnerId);
        String id = enrol(token, course, staffId).extract().path("id");
        List<String> lessons =
                editor().get("/v1/courses/{id}", course).then().extract().path("lessons.id");
        for (int i = 0; i < 2; i++) {
            as(token)
                    .post("/v1/enrolments/{id}/lessons/{lesson}/complete", id, lessons.getFirst())
                    .then()
                    .statusCode(200)
                    .body("completedLessons", contains(lessons.getFirst()));
        }
        as(token)
                .post("/v1/enrolments/{id}/lessons/{lesson}/complete", id, UUID.randomUUID())
                .then()
                .statusCode(404);
        as(token)
                .post("/v1/enrolments/{id}/attempts", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("lessons-incomplete"));
    }

    @Test
    void anIdempotencyKeyMakesOneEnrolment() {
        String course = publishedCourse();
        String key = UUID.randomUUID().toString();
        String[] ids = new String[2];
        for (int i = 0; i < 2; i++) {
            ids[i] = as(Tokens.partner(partnerId))
                    .header("Idempotency-Key", key)
                    .body(Map.of("courseId", course, "staffId", staffId))
                    .post("/v1/enrolments")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        org.junit.jupiter.api.Assertions.assertEquals(ids[0], ids[1]);
    }

    @Test
    void badRequestsAreProblems() {
        as(Tokens.partner(partnerId))
                .body("{}")
                .post("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("courseId"));
        as(Tokens.partner(partnerId))
                .body("{\"courseId\":\"x\",\"staffId\":\"y\"}")
                .post("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("code", not(equalTo("")));
        editor().queryParam("status", "NONE")
                .get("/v1/enrolments")
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors.field", contains("status"));
    }

    private static ValidatableResponse enrol(String token, String course, UUID staff) {
        return as(token)
                .body(Map.of("courseId", course, "staffId", staff))
                .post("/v1/enrolments")
                .then();
    }
}
