package org.ninetyten.leadrouting.simulation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.PolicyDocuments;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.TurnRule;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.testing.Tokens;

/** Leads are moved to years of their own, so that no period has leads of other tests. */
@QuarkusTest
class SimulationTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    Simulations simulations;

    @Inject
    RunSimulation runSimulation;

    @Inject
    PastLeads pastLeads;

    @Inject
    LeadRoutingConfig config;

    @Test
    void thePastOfARegionIsRoutedOnceMoreAndComparedWithWhatHappened() {
        UUID business = network.establishedIn("KW", Tier.BUSINESS);
        List<UUID> leads = IntStream.range(0, 4)
                .mapToObj(i -> Api.capture(Api.leadIn("KW")))
                .toList();
        leads.forEach(lead -> Api.awaitOffer(lead, 1));
        moveTo(leads, "2019-03-01T10:00:00Z");
        UUID desk = Api.capture(Api.leadIn("KW", ", \"subdivision\": \"KW-AH\"").replace("\"KW\"", "\"OM\""));
        Api.awaitStatus(desk, "DESK");
        moveTo(List.of(desk), "2019-03-02T10:00:00Z");
        UUID platinum = network.establishedIn("KW", Tier.PLATINUM);

        String id = start(
                        "{\"from\": \"2019-03-01T00:00:00Z\", \"to\": \"2019-04-01T00:00:00Z\", \"policyVersion\": 1}")
                .statusCode(201)
                .header("Location", containsString("/v1/routing-simulations/"))
                .body("leads", equalTo(5))
                .body("policyVersion", equalTo(1))
                .body("document.turns", equalTo("SHARE"))
                .extract()
                .path("id");
        JsonPath finished = awaitFinished(id);
        assertEquals(5, finished.getInt("done"));
        assertEquals(5, finished.getInt("result.leads"));
        assertEquals(4, finished.getInt("result.steps.TURN"));
        assertEquals(1, finished.getInt("result.steps.NOBODY"));
        assertEquals(1, finished.getInt("result.unroutable.leads"));
        assertEquals("OM", finished.getString("result.unroutable.countries[0].country"));
        assertEquals(5, finished.getInt("result.comparison.leads"));
        assertEquals(1, finished.getInt("result.comparison.stillNobody"));
        assertEquals(4, finished.getInt("result.comparison.same") + finished.getInt("result.comparison.elsewhere"));

        List<Map<String, Object>> shares = shares(id);
        assertEquals(List.of(platinum.toString(), business.toString()), column(shares, "partnerId"));
        assertTrue((int) shares.getFirst().get("leads") >= 3, shares.toString());
        assertEquals(List.of(0, 4), column(shares, "happened"));
        String csv = Api.desk()
                .accept("text/csv")
                .get("/v1/routing-simulations/{id}/partners", id)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertTrue(
                csv.startsWith(
                        "partnerId,legalName,tier,region,country,leads,happened,difference,inTurn,earned,error\r\n"
                                + platinum + ",Partner " + platinum + ",PLATINUM,,KW,"),
                csv);
        Api.desk()
                .get("/v1/routing-simulations")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.result", nullValue());
        // Nothing has happened to the leads and the partners.
        assertEquals(4, network.openLeads(business));
        assertEquals(0, network.openLeads(platinum));
    }

    @Test
    void whoComesFirstIsWhoCameFirstThen() {
        UUID partner = network.establishedIn("UG", Tier.BUSINESS);
        String customer = ", \"customerExternalId\": \"" + UUID.randomUUID() + "\"";
        UUID before = Api.accepted(Api.leadIn("UG", customer));
        UUID after = Api.capture(Api.leadIn("UG", customer).replace("Portal", "Shop"));
        UUID protectedLead = Api.capture(Api.leadIn("UG"));
        UUID late = Api.capture(Api.leadIn("UG"));
        for (UUID lead : List.of(after, protectedLead, late)) {
            Api.awaitOffer(lead, 1);
        }
        moveTo(List.of(before), "2017-03-01T10:00:00Z");
        moveTo(List.of(after), "2017-03-03T10:00:00Z");
        moveTo(List.of(protectedLead), "2017-03-04T10:00:00Z");
        moveTo(List.of(late), "2017-03-10T10:00:00Z");
        database.update(
                "update customer set partner_of_record_since = ? where id = (select customer_id from lead where id = ?)",
                Instant.parse("2017-03-02T00:00:00Z"),
                before);
        UUID other = network.establishedIn("UG", Tier.BUSINESS);
        UUID moved = Api.capture(Api.leadIn("UG"));
        Api.awaitOffer(moved, 1);
        moveTo(List.of(moved), "2017-03-12T10:00:00Z");
        for (String move : List.of("2017-03-11T00:00:00Z", "2017-03-13T00:00:00Z")) {
            database.update(
                    """
                    insert into partner_of_record_move (id, customer_id, to_partner_id, cause, why, moved_at, moved_by)
                    select ?, customer_id, ?::uuid, 'MOVED', 'Test.', ?, 'desk' from lead where id = ?""",
                    UuidCreator.getTimeOrderedEpoch(),
                    move.contains("-11") ? other : null,
                    Instant.parse(move),
                    moved);
        }
        for (UUID lead : List.of(protectedLead, late)) {
            database.update(
                    """
                    insert into protection (id, registration_id, customer_id, product, partner_id, state, granted_at,
                        expires_at, ended_at, policy_version, version)
                    select ?, ?, customer_id, product, ?, 'WITHDRAWN', ?, ?, ?, 1, 0 from lead where id = ?""",
                    UuidCreator.getTimeOrderedEpoch(),
                    UuidCreator.getTimeOrderedEpoch(),
                    partner,
                    Instant.parse("2017-03-01T00:00:00Z"),
                    Instant.parse("2017-06-01T00:00:00Z"),
                    Instant.parse("2017-03-05T00:00:00Z"),
                    lead);
        }
        UUID brought = Api.capture(Api.leadIn("UG", ", \"campaign\": \"Spring-UG\""));
        UUID afterCampaign = Api.capture(Api.leadIn("UG", ", \"campaign\": \"spring-ug\""));
        Api.awaitOffer(brought, 1);
        Api.awaitOffer(afterCampaign, 1);
        moveTo(List.of(brought), "2017-03-15T10:00:00Z");
        moveTo(List.of(afterCampaign), "2017-03-20T10:00:00Z");
        database.update(
                """
                insert into partner_campaign (id, campaign, partner_id, started_at, started_by, ended_at, ended_by)
                values (?, 'spring-UG', ?, ?, 'desk', ?, 'desk')""",
                UuidCreator.getTimeOrderedEpoch(),
                partner,
                Instant.parse("2017-03-14T00:00:00Z"),
                Instant.parse("2017-03-20T10:00:00Z"));
        JsonPath finished = awaitFinished(
                start("{\"from\": \"2017-03-01T00:00:00Z\", \"to\": \"2017-04-01T00:00:00Z\", \"policyVersion\": 1}")
                        .statusCode(201)
                        .extract()
                        .path("id"));
        assertEquals(
                Map.of("PARTNER_OF_RECORD", 2, "PROTECTION", 1, "CAMPAIGN_PARTNER", 1, "TURN", 3),
                finished.getMap("result.steps"));
        assertEquals(7, finished.getInt("result.comparison.leads"));
    }

    @Test
    void aFileOfLeadsIsRoutedUnderAVersionAndUnderADraft() {
        UUID one = network.establishedIn("QA", Tier.BUSINESS);
        UUID other = network.establishedIn("QA", Tier.GOLD);
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "2020-01-%02dT08:00:00Z,QA,IMPLEMENTATION|LICENCE,%s\n"
                        .formatted(1 + i / 2, i % 2 == 0 ? one : ""))
                .collect(Collectors.joining());
        String file = "\uFEFFcreatedAt,country,needs,partnerId\n" + rows
                + "yesterday,QA,,\n"
                + ",QA,,\n"
                + "2020-01-01T08:00:00Z,ZZ,,\n"
                + "2020-01-01T08:00:00Z,QA,MAGIC,\n"
                + "2020-01-01T08:00:00Z,QA,,me\n"
                + "2020-01-01T08:00:00Z,QA\n";
        String key = UUID.randomUUID().toString();
        String id = send(file, key)
                .statusCode(201)
                .header("Location", containsString("/v1/simulation-files/"))
                .body("ready", equalTo(true))
                .body("leads", equalTo(40))
                .body("rejected", equalTo(6))
                .body("compares", equalTo(true))
                .body("firstAt", equalTo("2020-01-01T08:00:00Z"))
                .body("lastAt", equalTo("2020-01-20T08:00:00Z"))
                .extract()
                .path("id");
        send(file, key).statusCode(200).body("id", equalTo(id));
        send(file + "2020-01-01T08:00:00Z,QA,,\n", key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        List<Map<String, Object>> rejections = lines("/v1/simulation-files/" + id + "/rejections");
        assertEquals(List.of(42, 43, 44, 45, 46, 47), column(rejections, "line"));
        assertEquals(
                List.of("createdAt", "createdAt", "country", "needs", "partnerId", "row"), column(rejections, "field"));

        JsonPath share = awaitFinished(start("{\"fileId\": \"" + id + "\", \"policyVersion\": 1}")
                .statusCode(201)
                .extract()
                .path("id"));
        assertEquals(40, share.getInt("result.steps.TURN"));
        assertEquals(40, share.getInt("result.comparison.leads"));
        assertEquals(20, share.getInt("result.comparison.found"));
        assertEquals(
                List.of(10, 30), List.of(leadsOf(share.getString("id"), one), leadsOf(share.getString("id"), other)));

        ObjectNode even = PolicyDocuments.defaults().put("turns", "LEAST_LOADED");
        even.withObjectProperty("tierWeights").put("GOLD", 1);
        JsonPath least = awaitFinished(start("{\"fileId\": \"" + id + "\", \"document\": " + even + "}")
                .statusCode(201)
                .body("policyVersion", nullValue())
                .body("document.turns", equalTo("LEAST_LOADED"))
                .extract()
                .path("id"));
        assertEquals(
                List.of(20, 20), List.of(leadsOf(least.getString("id"), one), leadsOf(least.getString("id"), other)));
        assertEquals(1.0f, least.getFloat("result.fairness.jainByWeight"));
    }

    @Test
    void aFileThatCannotBeReadSaysWhere() {
        send("", "empty").statusCode(400).body("errors[0].field", equalTo("line 1"));
        send("createdAt,email\n", "column").statusCode(400).body("errors[0].reason", containsString("\"email\""));
        send("country\n", "time").statusCode(400).body("errors[0].reason", containsString("createdAt"));
        send("createdAt,createdAt\n", "twice").statusCode(400).body("errors[0].reason", containsString("twice"));
        send("createdAt,country\n\"2020", "quote").statusCode(400).body("errors[0].field", equalTo("line 2"));
        send("createdAt\n2020-01-01T00:00:00Z\n", null)
                .statusCode(400)
                .body("errors[0].field", equalTo("Idempotency-Key"));
        String broken = send(
                        "createdAt,latitude,longitude\n2020-01-01T00:00:00Z,91,0\n2020-01-01T00:00:00Z,1,\n", "far")
                .statusCode(201)
                .body("leads", equalTo(0))
                .extract()
                .path("id");
        assertEquals(
                List.of("latitude", "longitude"),
                column(lines("/v1/simulation-files/" + broken + "/rejections"), "field"));
        start("{\"fileId\": \"" + broken + "\", \"policyVersion\": 1}")
                .statusCode(400)
                .body("errors[0].field", equalTo("fileId"));
        // What broke off can be sent anew under its key, and is no file before that.
        send("createdAt,country\n2020-01-01T00:00:00Z,QA\n", "quote")
                .statusCode(201)
                .body("leads", equalTo(1));
    }

    @Test
    void whatCannotBeSimulatedIsRefusedWithTheReason() {
        String period = "\"from\": \"2018-01-01T00:00:00Z\", \"to\": \"2018-02-01T00:00:00Z\"";
        refused("{" + period + ", \"policyVersion\": 1}", "from", "no lead");
        refused(
                "{\"from\": \"2018-02-01T00:00:00Z\", \"to\": \"2018-02-01T00:00:00Z\", \"policyVersion\": 1}",
                "to",
                "after");
        refused(
                "{\"from\": \"2018-02-01T00:00:00Z\", \"to\": \"2020-02-01T00:00:00Z\", \"policyVersion\": 1}",
                "to",
                "366");
        refused("{\"from\": \"2018-02-01T00:00:00Z\", \"policyVersion\": 1}", "to", "needed");
        refused("{" + period + ", \"policyVersion\": 4711}", "policyVersion", "version");
        refused("{" + period + "}", "policyVersion", "document");
        refused("{" + period + ", \"policyVersion\": 1, \"document\": {}}", "policyVersion", "both");
        refused("{" + period + ", \"fileId\": \"" + UUID.randomUUID() + "\", \"policyVersion\": 1}", "fileId", "both");
        refused("{\"fileId\": \"" + UUID.randomUUID() + "\", \"policyVersion\": 1}", "fileId", "arrived");
        refused("{" + period + ", \"policyVersion\": 1, \"openDays\": 0}", "openDays", "1");
        ObjectNode document = PolicyDocuments.defaults();
        document.withObjectProperty("scoreWeights").put("headroom", 1_001);
        refused("{" + period + ", \"document\": " + document + "}", "document.scoreWeights", "10001");
        start("{" + period + ", \"policyVersion\": 1, \"days\": 1}").statusCode(400);
        Api.partner(UUID.randomUUID())
                .body("{" + period + ", \"policyVersion\": 1}")
                .post("/v1/routing-simulations")
                .then()
                .statusCode(403);
        Api.as(Tokens.vendor("marketing")).get("/v1/routing-simulations").then().statusCode(403);
        Api.desk().get("/v1/routing-simulations/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aSimulationIsCancelledOnceAndHasNoResult() {
        network.establishedIn("MN", Tier.BUSINESS);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try (var _ = simulations.hold(id).orElseThrow()) {
            // Another instance has it, which is at work.
            simulations.add(simulation(id, fileOf("MN", 3), 3));
            simulations.begin(id, MutableClock.now());
            Api.desk().get("/v1/routing-simulations/{id}/partners", id).then().statusCode(409);
            cancel(id).statusCode(200).body("state", equalTo("CANCELLED"));
            runSimulation.run(id, () -> true);
        }
        cancel(id).statusCode(409).body("code", equalTo("illegal-state"));
        Api.desk()
                .get("/v1/routing-simulations/{id}", id)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("result", nullValue());
    }

    @Test
    void whatADeadInstanceLeftIsTakenUpWhereItWas() {
        network.establishedIn("LK", Tier.BUSINESS);
        network.establishedIn("LK", Tier.GOLD);
        int leads = config.simulationPortion() + 3;
        UUID file = fileOf("LK", leads);
        JsonPath whole = awaitFinished(start("{\"fileId\": \"" + file + "\", \"policyVersion\": 1}")
                .statusCode(201)
                .extract()
                .path("id"));

        UUID id = UuidCreator.getTimeOrderedEpoch();
        try (var _ = simulations.hold(id).orElseThrow()) {
            simulations.add(simulation(id, file, leads));
            AtomicInteger portions = new AtomicInteger();
            runSimulation.run(id, () -> portions.incrementAndGet() > 1);
            Simulation left = simulations.require(id);
            assertEquals(SimulationState.RUNNING, left.state());
            assertEquals(config.simulationPortion(), left.done());
            assertEquals(
                    3,
                    pastLeads
                            .after(
                                    left.of(),
                                    simulations.checkpoint(id).orElseThrow().position(),
                                    leads)
                            .size());
        }
        // Nobody holds it any more: the worker of this instance finds it.
        start("{\"fileId\": \"" + file + "\", \"policyVersion\": 1}").statusCode(201);
        JsonPath resumed = awaitFinished(id.toString());
        assertEquals(leads, resumed.getInt("result.leads"));
        assertEquals((Object) whole.getMap("result"), resumed.getMap("result"));
        assertEquals(shares(whole.getString("id")), shares(id.toString()));
    }

    @Test
    void whatFailsAgainAndAgainIsGivenUp() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try (var _ = simulations.hold(id).orElseThrow()) {
            simulations.add(simulation(id, fileOf("BH", 1), 1));
            for (int i = 0; i < 5; i++) {
                assertEquals(i + 1, simulations.begin(id, MutableClock.now()).orElseThrow());
            }
            runSimulation.run(id, () -> true);
        }
        Api.desk()
                .get("/v1/routing-simulations/{id}", id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure", containsString("5 times"));
    }

    private Simulation simulation(UUID id, UUID file, long leads) {
        return new Simulation(
                id,
                SimulationState.WAITING,
                new Simulation.Leads.OfFile(file),
                PastNetwork.policy(TurnRule.SHARE),
                30,
                leads,
                0,
                null,
                null,
                "desk",
                MutableClock.now(),
                null,
                null);
    }

    private static UUID fileOf(String country, int leads) {
        Instant first = Instant.parse("2020-02-01T00:00:00Z");
        String rows = IntStream.range(0, leads)
                .mapToObj(i -> first.plusSeconds(600L * i) + "," + country + "\n")
                .collect(Collectors.joining());
        return UUID.fromString(
                send("createdAt,country\n" + rows, UUID.randomUUID().toString())
                        .statusCode(201)
                        .body("leads", equalTo(leads))
                        .body("compares", equalTo(false))
                        .extract()
                        .path("id"));
    }

    private void moveTo(List<UUID> leads, String instant) {
        for (int i = 0; i < leads.size(); i++) {
            database.update(
                    "update lead set created_at = ? where id = ?",
                    Instant.parse(instant).plusSeconds(i),
                    leads.get(i));
        }
    }

    private static void refused(String body, String field, String reason) {
        start(body)
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].reason", containsString(reason));
    }

    private static ValidatableResponse start(String body) {
        return Api.desk().body(body).post("/v1/routing-simulations").then();
    }

    private static ValidatableResponse cancel(UUID id) {
        return Api.desk().post("/v1/routing-simulations/{id}/cancel", id).then();
    }

    private static ValidatableResponse send(String file, String key) {
        RequestSpecification request = RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .auth()
                .oauth2(Tokens.vendor("sales-desk"))
                .contentType("text/csv; charset=UTF-8")
                .body(file);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/simulation-files")
                .then();
    }

    private static JsonPath awaitFinished(String id) {
        return await("simulation " + id + " finishes")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> Api.desk()
                                .get("/v1/routing-simulations/{id}", id)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        simulation -> simulation.getString("state").equals("FINISHED"));
    }

    private static int leadsOf(String simulation, UUID partner) {
        return (int) shares(simulation).stream()
                .filter(share -> share.get("partnerId").equals(partner.toString()))
                .findFirst()
                .orElseThrow()
                .get("leads");
    }

    private static List<Map<String, Object>> shares(String simulation) {
        return lines("/v1/routing-simulations/" + simulation + "/partners");
    }

    private static List<Map<String, Object>> lines(String path) {
        return Api.desk()
                .accept("application/x-ndjson")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).<String, Object>getMap(""))
                .toList();
    }

    private static List<Object> column(List<Map<String, Object>> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }
}
