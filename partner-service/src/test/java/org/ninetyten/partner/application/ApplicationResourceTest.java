package org.ninetyten.partner.application;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.ninetyten.partner.Given.anybody;
import static org.ninetyten.partner.Given.application;
import static org.ninetyten.partner.Given.as;
import static org.ninetyten.partner.Given.city;
import static org.ninetyten.partner.Given.manager;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class ApplicationResourceTest {

    private static final Map<String, Object> TERMS = Map.of(
            "region",
            "CIS",
            "cities",
            List.of(city("Almaty", 43.25, 76.95)),
            "territory",
            Map.of("countries", List.of("KZ"), "radiusKm", 150),
            "capacity",
            Map.of("openLeadCap", 10, "quota30Days", 40));

    @Test
    void anApprovedApplicationIsAPartnerAndIsPublished() {
        String id = submitted("KZ-approved");
        screen(id);
        String partnerId = manager()
                .body(TERMS)
                .post("/v1/applications/{id}/approve", id)
                .then()
                .statusCode(200)
                .body("application.status", equalTo("APPROVED"))
                .body("application.decidedBy", equalTo("partner-manager"))
                .extract()
                .path("partnerId");

        manager()
                .get("/v1/partners/{id}", partnerId)
                .then()
                .statusCode(200)
                .body("legalName", equalTo("Almaty Soft LLP"))
                .body("status", equalTo("ONBOARDING"))
                .body("tier", equalTo("BUSINESS"))
                .body("territory.radiusKm", equalTo(150))
                .body("services", contains("LICENCE", "TRAINING"));
        KafkaProbe.Seen decided = KafkaProbe.awaitEvent(
                "partner.application",
                "org.ninetyten.partner.application.decided.v1",
                data -> data.path("applicationId").asText().equals(id));
        Contracts.check(Contracts.ownSchema("application.decided.v1"), decided.json());
        assertEquals(id, decided.key());
        assertEquals(partnerId, decided.data().path("partnerId").asText());
        assertFalse(decided.json().contains("dana"), "an analyst reads this");
        KafkaProbe.Seen onboarded = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.onboarded.v1",
                data -> data.path("partnerId").asText().equals(partnerId));
        Contracts.check(Contracts.ownSchema("partner.onboarded.v1"), onboarded.json());
    }

    @Test
    void aRejectedCompanyIsToldWhenItMayApplyAgainAndNotLetInBefore() {
        String id = submitted("KZ-rejected");
        screen(id);
        manager()
                .body(Map.of("reason", "NO_COMPETENCE"))
                .post("/v1/applications/{id}/reject", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("rejectionReason", equalTo("NO_COMPETENCE"))
                .body("policyVersion", equalTo(1))
                .body(
                        "reapplyOn",
                        equalTo(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()));
        anybody()
                .body(application("KZ-rejected"))
                .post("/v1/applications")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-not-possible"));
        KafkaProbe.Seen decided = KafkaProbe.awaitEvent(
                "partner.application",
                "org.ninetyten.partner.application.decided.v1",
                data -> data.path("applicationId").asText().equals(id));
        Contracts.check(Contracts.ownSchema("application.decided.v1"), decided.json());
        assertEquals("REJECTED", decided.data().path("outcome").asText());
    }

    @Test
    void afterFraudThereIsNoDateToApplyAgain() {
        String id = submitted("KZ-fraud");
        screen(id);
        manager()
                .body(Map.of("reason", "FRAUD"))
                .post("/v1/applications/{id}/reject", id)
                .then()
                .statusCode(200)
                .body("reapplyOn", nullValue());
    }

    @Test
    void anApplicationIsScreenedFirst() {
        String id = submitted("KZ-early");
        manager()
                .body(TERMS)
                .post("/v1/applications/{id}/approve", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("illegal-state"))
                .body("allowed", contains("SCREENING"));
    }

    @Test
    void anApprovalThatIsRefusedLeavesNoPartner() {
        String id = submitted("KZ-half");
        screen(id);
        Map<String, Object> noTerritory = Map.of(
                "region",
                "CIS",
                "cities",
                List.of(),
                "territory",
                Map.of(),
                "capacity",
                Map.of("openLeadCap", 1, "quota30Days", 1));
        manager()
                .body(noTerritory)
                .post("/v1/applications/{id}/approve", id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("territory"));
        manager()
                .get("/v1/applications/{id}", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SCREENING"))
                .body("partnerId", nullValue());
    }

    @Test
    void theSameKeyGivesTheSameApplication() {
        String key = UUID.randomUUID().toString();
        String first = submitted(key, application("KZ-key"), 201);
        String again = submitted(key, application("KZ-key"), 201);
        assertEquals(first, again);
        submitted(key, application("KZ-other"), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "country, XX",
        "country, kz",
        "timeZone, +05:00",
        "contactEmail, nobody",
        "legalName, ' '",
        "taxId, ''",
        "source, RUMOUR",
        "homepage, http://robot.example",
        "consent, false"
    })
    void whatIsNotValidIsNamed(String field, String value) {
        Map<String, Object> form = application("KZ-bad");
        form.put(field, value);
        anybody()
                .body(form)
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation-failed"))
                .body("errors.field", hasItem(field))
                .body("correlationId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"legalName", "taxId", "country", "languages", "services", "timeZone", "consent"})
    void whatIsMissingIsNamed(String field) {
        Map<String, Object> form = application("KZ-bad");
        form.remove(field);
        anybody().body(form).post("/v1/applications").then().statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void unknownFieldsAndBrokenJsonAreRefused() {
        Map<String, Object> form = application("KZ-bad");
        form.put("discount", 90);
        anybody().body(form).post("/v1/applications").then().statusCode(400).body("errors.field", contains("discount"));
        anybody().body("{").post("/v1/applications").then().statusCode(400).body("code", notNullValue());
        anybody().post("/v1/applications").then().statusCode(400);
    }

    @Test
    void onlyPartnerManagersAndAdminsReadAndDecide() {
        String id = submitted("KZ-roles");
        anybody().get("/v1/applications").then().statusCode(401);
        for (String token : List.of(
                Tokens.vendor("sales-desk"),
                Tokens.partner(UUID.randomUUID()),
                Tokens.client("website"),
                Tokens.nobody())) {
            as(token).get("/v1/applications").then().statusCode(403);
            as(token).get("/v1/applications/{id}", id).then().statusCode(403);
            as(token).post("/v1/applications/{id}/screen", id).then().statusCode(403);
            as(token)
                    .body(TERMS)
                    .post("/v1/applications/{id}/approve", id)
                    .then()
                    .statusCode(403);
            as(token)
                    .body(Map.of("reason", "FRAUD"))
                    .post("/v1/applications/{id}/reject", id)
                    .then()
                    .statusCode(403);
        }
        as(Tokens.vendor("admin"))
                .post("/v1/applications/{id}/screen", id)
                .then()
                .statusCode(200);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        UUID nobody = UUID.randomUUID();
        manager().get("/v1/applications/{id}", nobody).then().statusCode(404).body("code", equalTo("not-found"));
        manager().post("/v1/applications/{id}/screen", nobody).then().statusCode(404);
    }

    @Test
    void theListIsReadPageByPage() {
        submitted("KZ-list-1");
        submitted("KZ-list-2");
        String next = manager()
                .queryParam("status", "SUBMITTED")
                .queryParam("limit", 1)
                .get("/v1/applications")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .header("Link", notNullValue())
                .extract()
                .path("next");
        manager()
                .queryParam("status", "SUBMITTED")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/applications")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
        manager()
                .queryParam("cursor", "nonsense")
                .get("/v1/applications")
                .then()
                .statusCode(400);
        manager().queryParam("limit", 201).get("/v1/applications").then().statusCode(400);
        manager().queryParam("status", "LOST").get("/v1/applications").then().statusCode(400);
    }

    private static void screen(String id) {
        manager()
                .post("/v1/applications/{id}/screen", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SCREENING"))
                .body("screenedBy", equalTo("partner-manager"));
    }

    private static String submitted(String taxId) {
        return submitted(UUID.randomUUID().toString(), application(taxId), 201);
    }

    private static String submitted(String key, Map<String, Object> form, int status) {
        return anybody()
                .header("Idempotency-Key", key)
                .body(form)
                .post("/v1/applications")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }
}
