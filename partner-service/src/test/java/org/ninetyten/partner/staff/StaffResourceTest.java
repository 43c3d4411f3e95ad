package org.ninetyten.partner.staff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.ninetyten.partner.Given.aPartner;
import static org.ninetyten.partner.Given.aStaffMember;
import static org.ninetyten.partner.Given.as;
import static org.ninetyten.partner.Given.manager;
import static org.ninetyten.partner.Given.partner;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class StaffResourceTest {

    @Test
    void aPartnersAdministratorAddsPeopleAndTheirNamesAreNotPublished() {
        UUID partner = aPartner();
        String staffId = as(Tokens.partner(partner))
                .body(person())
                .post("/v1/partners/{id}/staff", partner)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("employedFrom", equalTo("2025-03-01"))
                .extract()
                .path("staffId");
        as(Tokens.partnerMember(partner))
                .get("/v1/partners/{id}/staff", partner)
                .then()
                .statusCode(200)
                .body("items.name", contains("Aigerim Sadykova"));
        as(Tokens.partner(partner))
                .get("/v1/partners/{id}/staff/{staffId}", partner, staffId)
                .then()
                .statusCode(200);
        KafkaProbe.Seen joined = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.staff.joined.v1",
                data -> data.path("staffId").asText().equals(staffId));
        Contracts.check(Contracts.ownSchema("staff.joined.v1"), joined.json());
        assertEquals(partner.toString(), joined.key());
        assertFalse(joined.json().contains("Aigerim"));
    }

    @Test
    void whoLeavesHasALastDayAndLeavesOnce() {
        UUID partner = aPartner();
        UUID staffId = aStaffMember(partner);
        manager()
                .body(Map.of("employedTo", "2019-12-31"))
                .post("/v1/partners/{id}/staff/{staffId}/leave", partner, staffId)
                .then()
                .statusCode(400)
                .body("errors.field", contains("employedTo"));
        manager()
                .body(Map.of("employedTo", "2026-01-31"))
                .post("/v1/partners/{id}/staff/{staffId}/leave", partner, staffId)
                .then()
                .statusCode(200)
                .body("employedTo", equalTo("2026-01-31"));
        manager()
                .body(Map.of("employedTo", "2026-01-31"))
                .post("/v1/partners/{id}/staff/{staffId}/leave", partner, staffId)
                .then()
                .statusCode(409);
        KafkaProbe.Seen left = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.staff.left.v1",
                data -> data.path("staffId").asText().equals(staffId.toString()));
        Contracts.check(Contracts.ownSchema("staff.left.v1"), left.json());
    }

    @Test
    void nobodySeesOrChangesTheStaffOfAnotherPartner() {
        UUID own = aPartner();
        UUID foreign = aPartner();
        UUID stranger = aStaffMember(foreign);
        String token = Tokens.partner(own);
        as(token).get("/v1/partners/{id}/staff", foreign).then().statusCode(404);
        as(token).body(person()).post("/v1/partners/{id}/staff", foreign).then().statusCode(404);
        as(token)
                .get("/v1/partners/{id}/staff/{staffId}", foreign, stranger)
                .then()
                .statusCode(404);
        as(token).get("/v1/partners/{id}/staff/{staffId}", own, stranger).then().statusCode(404);
        as(token)
                .body(Map.of("employedTo", "2026-01-31"))
                .post("/v1/partners/{id}/staff/{staffId}/leave", own, stranger)
                .then()
                .statusCode(404);
        as(Tokens.partnerMember(own))
                .body(person())
                .post("/v1/partners/{id}/staff", own)
                .then()
                .statusCode(403);
        as(Tokens.vendor("finance")).get("/v1/partners/{id}/staff", own).then().statusCode(403);
        manager().get("/v1/partners/{id}/staff", UUID.randomUUID()).then().statusCode(404);
        manager()
                .body(person())
                .post("/v1/partners/{id}/staff", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"name, ' '", "email, nobody", "employedFrom, 2026-02-30", "employedFrom, 1900-01-01"})
    void whatIsNotValidIsNamed(String field, String value) {
        Map<String, Object> body = new HashMap<>(person());
        body.put(field, value);
        manager()
                .body(body)
                .post("/v1/partners/{id}/staff", aPartner())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void anImportTakesTheGoodTellsOfTheBadAndCanBeRepeated() {
        String prefix = UUID.randomUUID() + "-";
        Map<String, Object> employer = partner("Employer LLP");
        employer.put("externalId", prefix + "partner");
        UUID employerId = aPartner(employer);
        List<Map<String, Object>> staff = List.of(
                imported(prefix + "1", Map.of("partnerExternalId", prefix + "partner")),
                imported(prefix + "2", Map.of("partnerId", employerId)),
                imported(prefix + "3", Map.of("partnerId", UUID.randomUUID())),
                imported(prefix + "4", Map.of()),
                imported(prefix + "1", Map.of("partnerExternalId", prefix + "partner")));
        List<String> ids = manager()
                .body(Map.of("staff", staff))
                .post("/v1/staff/import")
                .then()
                .statusCode(200)
                .body("results.outcome", contains("CREATED", "CREATED", "REJECTED", "REJECTED", "UNCHANGED"))
                .extract()
                .path("results.staffId");
        manager()
                .body(Map.of("staff", staff))
                .post("/v1/staff/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(3))
                .body("rejected", equalTo(2))
                .body("results.staffId", equalTo(ids));
        as(Tokens.partner(employerId))
                .body(Map.of("staff", staff))
                .post("/v1/staff/import")
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> person() {
        return Map.of("name", "Aigerim Sadykova", "email", "aigerim@almaty-soft.example", "employedFrom", "2025-03-01");
    }

    private static Map<String, Object> imported(String externalId, Map<String, Object> employer) {
        Map<String, Object> body = new HashMap<>(person());
        body.put("externalId", externalId);
        body.putAll(employer);
        return body;
    }
}
