package org.ninetyten.partner.standing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.partner.Given.aPartner;
import static org.ninetyten.partner.Given.aStaffMember;
import static org.ninetyten.partner.Given.manager;
import static org.ninetyten.partner.Given.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;

/** What other services report, from their own examples, through a real broker. */
@QuarkusTest
class TrackRecordTest {

    private static final String GRANTED = "org.ninetyten.academy.credential.granted.v1";
    private static final String REVOKED = "org.ninetyten.academy.credential.revoked.v1";
    private static final String CLOSED = "org.ninetyten.leadrouting.deal.closed.v1";
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Inject
    ObjectMapper json;

    @Inject
    DataSource dataSource;

    @Inject
    KeepTrackRecord trackRecord;

    @Inject
    Evaluations evaluations;

    @Test
    void theFirstCredentialEndsOnboardingAndPeopleCountOnce() throws IOException {
        UUID partner = aPartner();
        UUID person = aStaffMember(partner);
        grant(partner, person, today.minusDays(1), null);
        grant(partner, person, today.minusDays(1), today.plusYears(1));
        awaitStatus(partner, "ACTIVE");
        awaitTier(partner, "lastEvaluation.inputs.certifiedPeople", 1);
        KafkaProbe.Seen changed = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.changed.v1",
                data -> data.path("partnerId").asText().equals(partner.toString()));
        assertEquals("ACTIVE", changed.data().path("status").asText());
        Contracts.check(Contracts.ownSchema("partner.changed.v1"), changed.json());
    }

    @Test
    void credentialsThatComeTogetherAreCountedWithOneLookAtEachPartner() {
        UUID one = aPartner();
        UUID other = aPartner();
        UUID stranger = UUID.randomUUID();
        List<KeepTrackRecord.Granted> grants = new ArrayList<>();
        for (UUID partner : List.of(one, other, one, stranger)) {
            UUID person = partner.equals(stranger) ? UUID.randomUUID() : aStaffMember(partner);
            LiveCredential credential = new LiveCredential(
                    UUID.randomUUID(), person, partner, "INTEGRATION", "BASIC", today.minusDays(1), null);
            grants.add(new KeepTrackRecord.Granted(credential, "the academy", "cause-" + grants.size()));
        }
        QuarkusTransaction.requiringNew().run(() -> trackRecord.granted(grants));
        for (UUID partner : List.of(one, other)) {
            awaitStatus(partner, "ACTIVE");
        }
        awaitTier(one, "lastEvaluation.inputs.certifiedPeople", 2);
        awaitTier(other, "lastEvaluation.inputs.certifiedPeople", 1);
        assertEquals(1, evaluations.count("partnerId", one));
        KafkaProbe.Seen changed = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.changed.v1",
                data -> data.path("partnerId").asText().equals(other.toString()));
        assertEquals("cause-1", changed.headers().get("ce_correlationid"));
    }

    @Test
    void whatHasEndedOrIsRevokedOrBelongsToALeaverDoesNotCount() throws IOException {
        UUID partner = aPartner();
        UUID stays = aStaffMember(partner);
        UUID leaves = aStaffMember(partner);
        UUID late = aStaffMember(partner);
        UUID revoked = grant(partner, stays, today.minusDays(10), null);
        grant(partner, leaves, today.minusDays(10), null);
        grant(partner, late, today.minusDays(10), today.minusDays(1));
        awaitTier(partner, "lastEvaluation.inputs.certifiedPeople", 2);
        manager()
                .body(Map.of("employedTo", today.minusDays(1).toString()))
                .post("/v1/partners/{id}/staff/{staffId}/leave", partner, leaves)
                .then()
                .statusCode(200);
        tierPage(partner);
        awaitTier(partner, "lastEvaluation.inputs.certifiedPeople", 1);
        ObjectNode event = example("academy-service", "credential.revoked.v1");
        event.put("credentialId", revoked.toString()).put("partnerId", partner.toString());
        KafkaProbe.send("academy.credential", revoked.toString(), REVOKED, event.toString());
        awaitTier(partner, "lastEvaluation.inputs.certifiedPeople", 0);
    }

    @Test
    void wonDealsEarnPointsAndLostOnesDoNot() throws IOException {
        UUID partner = aPartner();
        close(partner, UUID.randomUUID(), today, 100_000_00, "LOST");
        close(partner, UUID.randomUUID(), today, 12_345_67, "WON");
        awaitPoints(partner, "123.45670");
        tier(partner)
                .body("current", equalTo("BUSINESS"))
                .body("lastEvaluation.inputs.retentionPercent", nullValue())
                .body("lastEvaluation.gaps.text", hasItem("customer retention is not yet measured (60 % needed)"));
    }

    @Test
    void aDealThatIsReportedTwiceCountsOnce() throws IOException {
        UUID partner = aPartner();
        UUID deal = UUID.randomUUID();
        ObjectNode event = deal(deal, partner, UUID.randomUUID(), today, 50_000_00, "WON");
        KafkaProbe.send("leadrouting.deal", deal.toString(), CLOSED, event.toString());
        KafkaProbe.send("leadrouting.deal", deal.toString(), CLOSED, event.toString());
        close(partner, UUID.randomUUID(), today, 1_00, "WON");
        awaitPoints(partner, "500.01000");
    }

    @Test
    void growthRegionsEarnTwice() throws IOException {
        Map<String, Object> body = partner("Nairobi Ltd");
        body.put("region", "AFRICA");
        UUID partner = aPartner(body);
        close(partner, UUID.randomUUID(), today, 100_00, "WON");
        awaitPoints(partner, "2.00000");
    }

    @Test
    void whoHasEarnedATierHasItTheSameDay() throws IOException {
        UUID partner = aPartner();
        for (int i = 0; i < 3; i++) {
            grant(partner, aStaffMember(partner), today.minusDays(1), null);
        }
        UUID loyal = UUID.randomUUID();
        close(partner, loyal, today.minusYears(2), 30_000_00, "WON");
        close(partner, loyal, today, 30_000_00, "WON");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> tier(partner).body("current", equalTo("CERTIFIED")));
        tier(partner)
                .body("history.tier", equalTo(List.of("CERTIFIED", "BUSINESS")))
                .body("history[0].effectiveFrom", equalTo(today.toString()))
                .body("history[1].effectiveTo", equalTo(today.toString()));
        KafkaProbe.Seen changed = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.tierchanged.v1",
                data -> data.path("partnerId").asText().equals(partner.toString())
                        && data.path("newTier").asText().equals("CERTIFIED"));
        Contracts.check(Contracts.ownSchema("partner.tierchanged.v1"), changed.json());
        assertEquals("BUSINESS", changed.data().path("oldTier").asText());
        assertEquals(
                1,
                countOf("select count(*) from audit_record where action = 'partner.tier-changed' and partner_id = '"
                        + partner + "'"));
    }

    @Test
    void aDealOfAnUnknownPartnerIsNotLostSilently() throws IOException {
        UUID deal = UUID.randomUUID();
        ObjectNode event = deal(deal, UUID.randomUUID(), UUID.randomUUID(), today, 1_00, "WON");
        KafkaProbe.send("leadrouting.deal", deal.toString(), CLOSED, event.toString());
        KafkaProbe.awaitEvent(
                "leadrouting.deal.partner-service.dlt",
                CLOSED,
                data -> data.path("dealId").asText().equals(deal.toString()));
    }

    @Test
    void anActivePartnerIsSuspendedWithAReasonAndComesBack() throws IOException {
        UUID partner = aPartner();
        grant(partner, aStaffMember(partner), today.minusDays(1), null);
        awaitStatus(partner, "ACTIVE");
        manager()
                .body(Map.of("reason", "unpaid"))
                .post("/v1/partners/{id}/suspend", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"))
                .body("suspensionReason", equalTo("unpaid"));
        KafkaProbe.Seen suspended = KafkaProbe.awaitEvent(
                "partner.partner",
                "org.ninetyten.partner.partner.suspended.v1",
                data -> data.path("partnerId").asText().equals(partner.toString()));
        Contracts.check(Contracts.ownSchema("partner.suspended.v1"), suspended.json());
        assertEquals("unpaid", suspended.data().path("reason").asText());
        manager()
                .body(Map.of("reason", "paid"))
                .post("/v1/partners/{id}/reinstate", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("suspensionReason", nullValue());
        assertEquals(
                4,
                countOf("select count(*) from audit_record where subject_type = 'partner' and subject_id = '" + partner
                        + "'"));
    }

    private UUID grant(UUID partner, UUID person, LocalDate from, LocalDate until) throws IOException {
        UUID credential = UUID.randomUUID();
        ObjectNode event = example("academy-service", "credential.granted.v1");
        event.put("credentialId", credential.toString())
                .put("partnerId", partner.toString())
                .put("staffId", person.toString())
                .put("validFrom", from.toString());
        if (until == null) {
            event.remove("validUntil");
        } else {
            event.put("validUntil", until.toString());
        }
        KafkaProbe.send("academy.credential", credential.toString(), GRANTED, event.toString());
        return credential;
    }

    private void close(UUID partner, UUID customer, LocalDate on, long totalMinor, String outcome) throws IOException {
        UUID deal = UUID.randomUUID();
        KafkaProbe.send(
                "leadrouting.deal",
                deal.toString(),
                CLOSED,
                deal(deal, partner, customer, on, totalMinor, outcome).toString());
    }

    private ObjectNode deal(UUID deal, UUID partner, UUID customer, LocalDate on, long totalMinor, String outcome)
            throws IOException {
        return example("lead-routing-service", "deal.closed.v1")
                .put("dealId", deal.toString())
                .put("partnerId", partner.toString())
                .put("customerId", customer.toString())
                .put("closedOn", on.toString())
                .put("currency", "USD")
                .put("totalMinor", totalMinor)
                .put("outcome", outcome);
    }

    private ObjectNode example(String service, String event) throws IOException {
        return (ObjectNode) json.readTree(Contracts.producerExample(service, event));
    }

    private static io.restassured.response.ValidatableResponse tier(UUID partner) {
        return manager().get("/v1/partners/{id}/tier", partner).then().statusCode(200);
    }

    private static JsonPath tierPage(UUID partner) {
        return tier(partner).extract().jsonPath();
    }

    private static void awaitTier(UUID partner, String path, Object value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> tier(partner).body(path, equalTo(value)));
    }

    private static void awaitPoints(UUID partner, String points) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        0,
                        new java.math.BigDecimal(points)
                                .compareTo(new java.math.BigDecimal(
                                        tierPage(partner).getString("lastEvaluation.inputs.points")))));
    }

    private static void awaitStatus(UUID partner, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> manager().get("/v1/partners/{id}", partner).then().body("status", equalTo(status)));
    }

    private long countOf(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
