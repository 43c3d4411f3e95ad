package org.ninetyten.academy.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.ninetyten.academy.Academy.as;
import static org.ninetyten.academy.Academy.editor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.academy.partner.KeepStaff;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class CredentialResourceTest {

    private static final String TOPIC = "academy.credential";

    @Inject
    KeepStaff keepStaff;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private final UUID partnerId = UUID.randomUUID();
    private final UUID staffId = UUID.randomUUID();

    @BeforeEach
    void aPartnerWithOnePerson() {
        keepStaff.joined(partnerId, staffId, LocalDate.of(2020, 1, 1));
    }

    @Test
    void credentialsOfAnOlderProgrammeAreTakenOverAndAnnounced() {
        Map<String, Object> item = item();
        String id = importing(item)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("results[0].externalId", equalTo(item.get("externalId")))
                .body("results[0].status", equalTo("created"))
                .extract()
                .path("results[0].credentialId");
        KafkaProbe.Seen seen = KafkaProbe.awaitEvent(
                TOPIC,
                "org.ninetyten.academy.credential.granted.v1",
                data -> data.path("credentialId").asText().equals(id));
        Contracts.check(Contracts.ownSchema("credential.granted.v1"), seen.json());
        assertEquals(id, seen.key());
        assertEquals("/ninetyten/academy-service", seen.headers().get("ce_source"));
        assertEquals(item.get("validUntil"), seen.data().path("validUntil").asText());
        as(Tokens.partner(partnerId))
                .get("/v1/credentials")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].status", equalTo("ACTIVE"));
    }

    @Test
    void importingAgainChangesNothing() {
        Map<String, Object> item = item();
        String id = importing(item).extract().path("results[0].credentialId");
        importing(item, item)
                .statusCode(200)
                .body("created", equalTo(0))
                .body("unchanged", equalTo(2))
                .body("results.credentialId", contains(id, id));
        Map<String, Object> other = with(item, "competency", "SUPPORT");
        importing(other)
                .statusCode(200)
                .body("rejected", equalTo(1))
                .body("results[0].code", equalTo("external-id-taken"));
    }

    @Test
    void theSameItemTwiceInOneCallIsCreatedOnce() {
        Map<String, Object> item = item();
        importing(item, item)
                .body("created", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("results.status", contains("created", "unchanged"));
    }

    @Test
    void eachItemThatDoesNotFitIsRejectedWithItsReason() {
        UUID gone = UUID.randomUUID();
        keepStaff.joined(partnerId, gone, LocalDate.of(2020, 1, 1));
        keepStaff.left(partnerId, gone, LocalDate.of(2021, 1, 1));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        importing(
                        with(item(), "staffId", UUID.randomUUID()),
                        with(item(), "partnerId", UUID.randomUUID()),
                        with(item(), "staffId", gone),
                        with(item(), "validUntil", "2019-01-01"),
                        with(
                                with(item(), "validFrom", today.plusDays(2).toString()),
                                "validUntil",
                                today.plusDays(9).toString()),
                        item())
                .statusCode(200)
                .body("created", equalTo(1))
                .body("rejected", equalTo(5))
                .body("results[0].status", equalTo("rejected"))
                .body(
                        "results.code",
                        equalTo(java.util.Arrays.asList(
                                "staff-unknown",
                                "staff-unknown",
                                "staff-left",
                                "ends-before-it-starts",
                                "starts-in-the-future",
                                null)));
    }

    @Test
    void aThousandAreTakenAtOnceAndOneMoreIsTooMany() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            items.add(item());
        }
        editor().body(Map.of("credentials", items))
                .post("/v1/credentials/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(1000));
        items.add(item());
        editor().body(Map.of("credentials", items))
                .post("/v1/credentials/import")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyTheAcademyImportsAndRevokes() {
        String id = importing(item()).extract().path("results[0].credentialId");
        for (String token : List.of(
                Tokens.partner(partnerId),
                Tokens.vendor("partner-manager"),
                Tokens.vendor("examiner"),
                Tokens.client("product"),
                Tokens.nobody())) {
            as(token)
                    .body(Map.of("credentials", List.of(item())))
                    .post("/v1/credentials/import")
                    .then()
                    .statusCode(403);
            revoke(token, id).statusCode(403);
        }
    }

    @Test
    void aPartnerSeesItsOwnCredentialsAndNoOthers() {
        String id = importing(item()).extract().path("results[0].credentialId");
        String foreign = Tokens.partner(UUID.randomUUID());
        as(Tokens.partnerMember(partnerId))
                .get("/v1/credentials/{id}", id)
                .then()
                .statusCode(200);
        as(foreign).get("/v1/credentials/{id}", id).then().statusCode(404);
        as(foreign).get("/v1/credentials").then().statusCode(200).body("items", hasSize(0));
        as(foreign)
                .queryParam("partnerId", partnerId)
                .get("/v1/credentials")
                .then()
                .statusCode(404);
        as(Tokens.vendor("executive"))
                .queryParams("partnerId", partnerId, "staffId", staffId, "competency", "IMPLEMENTATION")
                .get("/v1/credentials")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(Tokens.client("website")).get("/v1/credentials").then().statusCode(403);
    }

    @Test
    void listsArePaged() {
        importing(item(), item(), item());
        String token = Tokens.partner(partnerId);
        String next = as(token)
                .get("/v1/credentials?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        as(token)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get("/v1/credentials")
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void anybodyMayCheckACredentialAndLearnsNothingAboutThePerson() {
        Map<String, Object> item = item();
        String id = importing(item).extract().path("results[0].credentialId");
        given().get("/v1/credentials/{id}/verification", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("valid"))
                .body("competency", equalTo("IMPLEMENTATION"))
                .body("level", equalTo("EXPERT"))
                .body("validFrom", equalTo("2024-01-01"))
                .body("validUntil", equalTo(item.get("validUntil")))
                .body(
                        "keySet()",
                        containsInAnyOrder("credentialId", "status", "competency", "level", "validFrom", "validUntil"))
                .body(not(containsString(staffId.toString())))
                .body(not(containsString(partnerId.toString())));
        given().get("/v1/credentials/{id}/verification", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void anEndedCredentialIsExpired() {
        String id =
                importing(with(item(), "validUntil", "2025-01-01")).extract().path("results[0].credentialId");
        given().get("/v1/credentials/{id}/verification", id).then().body("status", equalTo("expired"));
        as(Tokens.partner(partnerId)).get("/v1/credentials/{id}", id).then().body("status", equalTo("EXPIRED"));
    }

    @Test
    void aRevokedCredentialIsSeenAnnouncedAndAudited() {
        String id = importing(item()).extract().path("results[0].credentialId");
        revoke(Tokens.vendor("academy-editor"), id)
                .statusCode(200)
                .body("status", equalTo("REVOKED"))
                .body("revocationReason", equalTo("EXAM_LEAKED"));
        given().get("/v1/credentials/{id}/verification", id)
                .then()
                .body("status", equalTo("revoked"))
                .body(not(containsString("a private note")));
        KafkaProbe.Seen seen = KafkaProbe.awaitEvent(
                TOPIC,
                "org.ninetyten.academy.credential.revoked.v1",
                data -> data.path("credentialId").asText().equals(id));
        Contracts.check(Contracts.ownSchema("credential.revoked.v1"), seen.json());
        assertEquals("EXAM_LEAKED", seen.data().path("reason").asText());
        Object[] audited = (Object[]) entities.createNativeQuery(
                        "select who, action, before, after, why, correlation_id from audit_record"
                                + " where object_type = 'credential' and object_id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResult();
        assertEquals(
                List.of("academy-editor", "revoke-credential", "ACTIVE", "REVOKED", "EXAM_LEAKED: a private note"),
                List.of(audited).subList(0, 5));
        revoke(Tokens.vendor("admin"), id).statusCode(409).body("code", equalTo("illegal-state"));
        revoke(Tokens.vendor("admin"), UUID.randomUUID().toString()).statusCode(404);
    }

    @Test
    void anAuditRecordIsNeverChanged() {
        importing(item());
        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update audit_record set who = 'nobody'")
                                .executeUpdate()));
    }

    @Test
    void badRequestsAreProblems() {
        importing(with(item(), "competency", "MAGIC")).statusCode(400);
        importing(with(item(), "surprise", 1)).statusCode(400);
        importing(with(item(), "externalId", "")).statusCode(400);
        editor().body(Map.of("credentials", List.of()))
                .post("/v1/credentials/import")
                .then()
                .statusCode(400);
        String id = importing(item()).extract().path("results[0].credentialId");
        editor().body("{}").post("/v1/credentials/{id}/revoke", id).then().statusCode(400);
        editor().body(Map.of("reason", "BORED"))
                .post("/v1/credentials/{id}/revoke", id)
                .then()
                .statusCode(400);
    }

    private Map<String, Object> item() {
        return Map.of(
                "externalId", "old-" + UUID.randomUUID(),
                "staffId", staffId,
                "partnerId", partnerId,
                "competency", "IMPLEMENTATION",
                "level", "EXPERT",
                "validFrom", "2024-01-01",
                "validUntil", "2099-12-31");
    }

    private static Map<String, Object> with(Map<String, Object> item, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(item);
        changed.put(field, value);
        return changed;
    }

    private static ValidatableResponse importing(Object... items) {
        return editor().body(Map.of("credentials", List.of(items)))
                .post("/v1/credentials/import")
                .then();
    }

    private static ValidatableResponse revoke(String token, String id) {
        return as(token)
                .body(Map.of("reason", "EXAM_LEAKED", "note", "a private note"))
                .post("/v1/credentials/{id}/revoke", id)
                .then();
    }
}
