package org.ninetyten.academy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.partner.StaffQueries;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class JourneyTest {

    @Inject
    StaffQueries staff;

    @Test
    void aPersonJoinsAPartnerLearnsFailsPassesAndHoldsACredentialThatAnybodyCanCheck() {
        UUID partnerId = UUID.randomUUID();
        UUID staffId = UUID.randomUUID();
        KafkaProbe.send(
                "partner.partner",
                partnerId.toString(),
                "org.ninetyten.partner.staff.joined.v1",
                Map.of(
                        "partnerId",
                        partnerId.toString(),
                        "staffId",
                        staffId.toString(),
                        "employedFrom",
                        "2020-01-01",
                        "occurredAt",
                        "2020-01-01T08:00:00Z"));
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> staff.employs(partnerId, staffId));

        String enrolment = readyForTheExam(publishedCourse(), partnerId, staffId);
        ValidatableResponse first = start(enrolment, partnerId).statusCode(201);
        submit(first.extract().path("id"), partnerId, answers(first, 2)).body("status", equalTo("FAILED"));
        ValidatableResponse second = start(enrolment, partnerId).statusCode(201);
        String credential = submit(second.extract().path("id"), partnerId, answers(second, 4))
                .body("status", equalTo("PASSED"))
                .body("scorePercent", equalTo(100))
                .extract()
                .path("credentialId");

        KafkaProbe.Seen seen = KafkaProbe.awaitEvent(
                "academy.credential",
                "org.ninetyten.academy.credential.granted.v1",
                data -> data.path("credentialId").asText().equals(credential));
        Contracts.check(Contracts.ownSchema("credential.granted.v1"), seen.json());
        assertEquals(staffId.toString(), seen.data().path("staffId").asText());
        assertEquals(partnerId.toString(), seen.data().path("partnerId").asText());
        LocalDate from = LocalDate.parse(seen.data().path("validFrom").asText());
        assertEquals(
                from.plusMonths(12).toString(), seen.data().path("validUntil").asText());

        given().get("/v1/credentials/{id}/verification", credential)
                .then()
                .statusCode(200)
                .body("status", equalTo("valid"))
                .body("level", equalTo("SPECIALIST"));
        as(Tokens.partner(partnerId))
                .get("/v1/credentials/{id}", credential)
                .then()
                .body("staffId", equalTo(staffId.toString()));
    }
}
