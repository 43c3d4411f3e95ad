package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class LeadWorkTest {

    @Inject
    Network network;

    @Inject
    WatchWork watch;

    @Inject
    Database database;

    @Test
    void thePartnerSeesItsDeadlinesAndTellsHowFarItIs() {
        UUID partner = network.partnerIn("GY");
        UUID lead = Api.accepted(Api.leadIn("GY"));
        JsonPath accepted = work(partner, lead);
        assertEquals("CONTACT_OVERDUE", accepted.getString("nextStep"));
        assertEquals(accepted.getString("contactBy"), accepted.getString("nextStepAt"));

        Api.partner(partner)
                .body("{\"note\": \"Spoke to her by phone.\"}")
                .post("/v1/leads/{id}/contacted", lead)
                .then()
                .statusCode(200)
                .body("contactedInTime", equalTo(true))
                .body("nextStep", equalTo("NUDGE"));
        assertEquals("CONTACTED", Api.lead(lead).getString("status"));
        Api.partner(partner)
                .body("{\"note\": \"Needs are written down.\"}")
                .post("/v1/leads/{id}/working", lead)
                .then()
                .statusCode(200);
        assertEquals("WORKING", Api.lead(lead).getString("status"));
        Api.partner(partner)
                .get("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(200)
                .body("items.note", contains("Needs are written down.", "Spoke to her by phone."));
        assertEquals(
                List.of("contacted:true", "workstarted:"),
                awaitEvents(lead, "contacted", "workstarted").stream()
                        .map(event ->
                                name(event) + ":" + event.data().path("inTime").asText())
                        .toList());
    }

    @Test
    void anIllegalMoveIsRefusedWithTheAllowedOnes() {
        UUID partner = network.partnerIn("SR");
        UUID lead = Api.accepted(Api.leadIn("SR"));

        Api.partner(partner)
                .post("/v1/leads/{id}/working", lead)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", containsInAnyOrder("CONTACTED", "RECALLED"));
        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        Api.partner(partner)
                .post("/v1/leads/{id}/contacted", lead)
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("WORKING", "RECALLED"));

        UUID offered = Api.capture(Api.leadIn("SR"));
        Api.awaitOffer(offered, 1);
        Api.partner(partner)
                .post("/v1/leads/{id}/contacted", offered)
                .then()
                .statusCode(409)
                .body("allowed", containsInAnyOrder("ACCEPTED", "ROUTING", "DESK"));
        Api.partner(partner)
                .body("{\"note\": \"Too early.\"}")
                .post("/v1/leads/{id}/notes", offered)
                .then()
                .statusCode(409);
        Api.desk()
                .body("{\"why\": \"Nobody has it.\"}")
                .post("/v1/leads/{id}/recall", offered)
                .then()
                .statusCode(409);
        Api.partner(partner).get("/v1/leads/{id}/work", offered).then().statusCode(404);
    }

    @Test
    void anotherPartnersLeadIsNotThere() {
        network.partnerIn("SB");
        UUID lead = Api.accepted(Api.leadIn("SB"));
        UUID stranger = UUID.randomUUID();

        Api.partner(stranger).get("/v1/leads/{id}/work", lead).then().statusCode(404);
        Api.partner(stranger).get("/v1/leads/{id}/notes", lead).then().statusCode(404);
        Api.partner(stranger).post("/v1/leads/{id}/contacted", lead).then().statusCode(404);
        Api.partner(stranger).post("/v1/leads/{id}/working", lead).then().statusCode(404);
        Api.partner(stranger)
                .body("{\"note\": \"Mine now.\"}")
                .post("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(404);
        Api.partner(stranger)
                .body("{\"why\": \"Mine now.\"}")
                .post("/v1/leads/{id}/recall", lead)
                .then()
                .statusCode(403);
        Api.as(Tokens.vendor("finance"))
                .post("/v1/leads/{id}/contacted", lead)
                .then()
                .statusCode(403);
        Api.desk().post("/v1/leads/{id}/contacted", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void badNotesAreRefusedWithTheirField() {
        UUID partner = network.partnerIn("NR");
        UUID lead = Api.accepted(Api.leadIn("NR"));

        for (String body : List.of(
                "{}", "{\"note\": \"  \"}", "{\"note\": \"" + "x".repeat(2_001) + "\"}", "{\"note\": \"a\\u0000b\"}")) {
            Api.partner(partner)
                    .body(body)
                    .post("/v1/leads/{id}/notes", lead)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("note"));
        }
        Api.partner(partner)
                .body("{\"note\": \"x\", \"urgent\": true}")
                .post("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(400);
        Api.partner(partner)
                .get("/v1/leads/{id}/notes?cursor=nonsense", lead)
                .then()
                .statusCode(400);
    }

    @Test
    void aLateFirstContactIsToldOnceAndStandsOnTheDesksList() throws Exception {
        UUID partner = network.partnerIn("DM");
        UUID lead = Api.accepted(Api.leadIn("DM"));
        Instant contactBy = Instant.parse(work(partner, lead).getString("contactBy"));

        MutableClock.set(contactBy.minusNanos(1_000));
        lookInParallel();
        assertEquals(
                0, network.count("select count(*) from lead_work where lead_id = ? and overdue_at is not null", lead));
        MutableClock.set(contactBy);
        lookInParallel();

        assertEquals(1, awaitEvents(lead, "contactoverdue").size());
        assertEquals(List.<Object>of("CONTACT_OVERDUE"), desk(lead));
        Api.partner(partner)
                .post("/v1/leads/{id}/contacted", lead)
                .then()
                .statusCode(200)
                .body("contactedInTime", equalTo(false));
        assertEquals(List.of(), desk(lead));
    }

    @Test
    void aSilentPartnerIsRemindedWarnedAndLosesTheLeadToAnother() throws Exception {
        network.partnerIn("GD");
        network.partnerIn("GD");
        UUID lead = Api.accepted(Api.leadIn("GD"));
        UUID first = UUID.fromString(Api.lead(lead).getString("partnerId"));
        Api.partner(first).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        assertEquals(1, network.openLeads(first));

        step(first, lead, "NUDGE");
        assertEquals(List.<Object>of("NO_NEWS"), desk(lead));
        step(first, lead, "WARN");
        step(first, lead, "RECALL");

        List<KafkaProbe.Seen> told = awaitEvents(lead, "nudged", "warned", "recalled");
        assertEquals(
                List.of("nudged", "warned", "recalled"),
                told.stream().map(LeadWorkTest::name).toList());
        assertEquals("NO_NEWS", told.getLast().data().path("reason").asText());
        UUID second = Api.id(Api.awaitOffer(lead, 2), "partnerId");
        assertNotEquals(first, second);
        assertEquals(0, network.openLeads(first));
        Api.partner(first)
                .get("/v1/leads/{id}", lead)
                .then()
                .statusCode(200)
                .body("contact", nullValue())
                .body("company", nullValue())
                .body("status", nullValue());
        Api.partner(first).post("/v1/leads/{id}/working", lead).then().statusCode(404);
        Api.accept(second, Api.id(Api.awaitOffer(lead, 2), "id"))
                .then()
                .statusCode(200)
                .body("contact", notNullValue());
        Api.partner(first).get("/v1/leads/{id}/work", lead).then().statusCode(404);
        assertEquals(
                1,
                network.count(
                        "select count(*) from customer c join lead l on l.customer_id = c.id"
                                + " where l.id = ? and c.partner_of_record = ?",
                        lead,
                        second));
        Api.desk()
                .get("/v1/leads/{id}/history", lead)
                .then()
                .body(
                        "to",
                        contains(
                                "RECEIVED",
                                "QUALIFIED",
                                "ROUTING",
                                "OFFERED",
                                "ACCEPTED",
                                "CONTACTED",
                                "RECALLED",
                                "ROUTING",
                                "OFFERED",
                                "ACCEPTED"));
    }

    @Test
    void aLeadThatIsWorkedOnIsShownToTheDeskAndNotTakenAway() throws Exception {
        UUID partner = network.partnerIn("KN");
        UUID lead = Api.accepted(Api.leadIn("KN"));
        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        Api.partner(partner).post("/v1/leads/{id}/working", lead).then().statusCode(200);

        step(partner, lead, "NUDGE");
        step(partner, lead, "WARN");
        step(partner, lead, "RECALL");

        assertEquals(1, awaitEvents(lead, "stalled").size());
        assertEquals("WORKING", Api.lead(lead).getString("status"));
        work(partner, lead);
        assertEquals("STALLED", onDesk(lead).getFirst().get("reason"));
        assertEquals(
                0, network.count("select count(*) from lead_work where lead_id = ? and look_at is not null", lead));

        MutableClock.advance(Duration.ofMinutes(1));
        Api.partner(partner)
                .body("{\"note\": \"Budget comes next week.\"}")
                .post("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(201);
        assertEquals(List.of(), desk(lead));
        step(partner, lead, "NUDGE");
        assertEquals(2, awaitEvents(lead, "nudged", "nudged").size());
    }

    @Test
    void theTimeForTheFirstContactRunsOnForAnAcceptedOrderUntilThePartnerCalls() throws Exception {
        UUID partner = network.partnerIn("BL");
        UUID lead = order("BL");
        accept(partner, lead);
        JsonPath accepted = work(partner, lead);
        Instant contactBy = Instant.parse(accepted.getString("contactBy"));
        assertNull(accepted.getString("contactedAt"));
        assertEquals("CONTACT_OVERDUE", accepted.getString("nextStep"));

        MutableClock.set(contactBy.minusMillis(1));
        lookInParallel();
        assertEquals(0, late(lead));
        MutableClock.set(contactBy);
        lookInParallel();

        assertEquals(1, awaitEvents(lead, "contactoverdue").size());
        assertEquals("CONTACT_OVERDUE", onDesk(lead).getFirst().get("kind"));
        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        assertEquals(MutableClock.now(), Instant.parse(work(partner, lead).getString("contactedAt")));
        assertEquals(List.of(), desk(lead));
    }

    @Test
    void anOrderThatIsContactedInTimeIsNotLate() throws Exception {
        UUID partner = network.partnerIn("BM");
        UUID lead = order("BM");
        accept(partner, lead);
        Instant contactBy = Instant.parse(work(partner, lead).getString("contactBy"));
        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);

        MutableClock.set(contactBy);
        lookInParallel();

        assertEquals(0, late(lead));
        assertEquals("NUDGE", work(partner, lead).getString("nextStep"));
    }

    @Test
    void anOrderIsNotTakenFromThePartnerThatHasItsDeal() throws Exception {
        UUID partner = network.partnerIn("BV");
        UUID lead = order("BV");
        accept(partner, lead);

        step(partner, lead, "CONTACT_OVERDUE");
        step(partner, lead, "NUDGE");
        step(partner, lead, "WARN");
        step(partner, lead, "RECALL");

        assertEquals(1, awaitEvents(lead, "stalled").size());
        assertEquals("ACCEPTED", Api.lead(lead).getString("status"));
        Api.desk()
                .body("{\"why\": \"Nobody called.\"}")
                .post("/v1/leads/{id}/recall", lead)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
        assertEquals("ACCEPTED", Api.lead(lead).getString("status"));
    }

    private static UUID order(String country) {
        return UUID.fromString(Api.website()
                .body("""
                      {"orderId": "W-%s", "product": "Portal", "currency": "EUR", "company": "Example Ltd",
                       "country": "%s", "language": "en", "contact": {"name": "Ann Example", "email": "%s"},
                       "consent": true, "lines": [{"incomePoint": "LICENCE", "quantity": 1, "unitPriceMinor": 12000,
                       "taxBasisPoints": 1900, "performer": "VENDOR", "billedBy": "VENDOR"}]}""".formatted(UUID.randomUUID(), country, Api.somebody()))
                .post("/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("leadId"));
    }

    private long late(UUID lead) {
        return network.count("select count(*) from lead_work where lead_id = ? and overdue_at is not null", lead);
    }

    private static void accept(UUID partner, UUID lead) {
        Api.accept(partner, Api.id(Api.awaitOffer(lead, 1), "id")).then().statusCode(200);
    }

    @Test
    void notesAndEstimatesAreNews() {
        UUID partner = network.partnerIn("LC");
        UUID lead = Api.accepted(Api.leadIn("LC"));
        String deal = Api.partner(partner)
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(MutableClock.now(), Instant.parse(work(partner, lead).getString("contactedAt")));

        MutableClock.advance(Duration.ofHours(3));
        Api.partner(partner)
                .header("If-Match", "*")
                .body("""
                      {"lines": [{"incomePoint": "TRAINING", "quantity": 1, "unitPriceMinor": 1000,
                       "taxBasisPoints": 1000, "performer": "PARTNER", "billedBy": "PARTNER"}]}""")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
        assertEquals(MutableClock.now(), Instant.parse(work(partner, lead).getString("lastNewsAt")));

        MutableClock.advance(Duration.ofHours(3));
        Api.partner(partner)
                .body("{\"note\": \"They compare.\"}")
                .post("/v1/leads/{id}/notes", lead)
                .then()
                .statusCode(201);
        assertEquals(MutableClock.now(), Instant.parse(work(partner, lead).getString("lastNewsAt")));

        Api.desk().body("{}").post("/v1/deals/{id}/win", deal).then().statusCode(200);
        assertEquals(MutableClock.now(), Instant.parse(work(partner, lead).getString("endedAt")));
    }

    @Test
    void theDeskTakesALeadBackAndSaysWhy() {
        network.partnerIn("VC");
        network.partnerIn("VC");
        UUID lead = Api.accepted(Api.leadIn("VC"));
        UUID first = UUID.fromString(Api.lead(lead).getString("partnerId"));

        Api.desk().body("{}").post("/v1/leads/{id}/recall", lead).then().statusCode(400);
        Api.desk()
                .body("{\"why\": \"The customer says that nobody called.\"}")
                .post("/v1/leads/{id}/recall", lead)
                .then()
                .statusCode(200)
                .body("partnerId", not(equalTo(first.toString())));

        assertNotEquals(first, Api.id(Api.awaitOffer(lead, 2), "partnerId"));
        assertEquals(
                "BY_DESK",
                awaitEvents(lead, "recalled").getFirst().data().path("reason").asText());
        assertEquals(
                1,
                network.count(
                        "select count(*) from audit_record where object_id = ? and what = 'recalled a lead'", lead));
    }

    @Test
    void aChangedCalendarLeavesTheDeadlineThatWasToldAndPutsOffTheReminder() throws Exception {
        UUID partner = network.partnerIn("GA");
        UUID lead = Api.accepted(Api.leadIn("GA"));
        Api.partner(partner).post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
        UUID other = Api.accepted(Api.leadIn("GA"));
        String contactBy = work(partner, other).getString("contactBy");
        Instant nudgeAt = Instant.parse(work(partner, lead).getString("nextStepAt"));
        LocalDate day = LocalDate.ofInstant(nudgeAt, ZoneOffset.UTC);

        // Open all week, but on holiday on the day of the reminder.
        database.update("update partner set calendar = ?::jsonb where partner_id = ?", """
                {"week": {"MONDAY": [420, 1200], "TUESDAY": [420, 1200], "WEDNESDAY": [420, 1200],
                  "THURSDAY": [420, 1200], "FRIDAY": [420, 1200], "SATURDAY": [420, 1200], "SUNDAY": [420, 1200]},
                 "holidays": ["%s"]}""".formatted(day), partner);

        assertEquals(contactBy, work(partner, other).getString("contactBy"));
        MutableClock.set(nudgeAt);
        lookInParallel();
        assertEquals(
                0, network.count("select count(*) from lead_work where lead_id = ? and nudged_at is not null", lead));
        Instant opens = day.plusDays(1).atTime(LocalTime.parse("07:00")).toInstant(ZoneOffset.UTC);
        assertEquals(opens, Instant.parse(work(partner, lead).getString("nextStepAt")));
        MutableClock.set(opens);
        lookInParallel();
        assertEquals(
                1, network.count("select count(*) from lead_work where lead_id = ? and nudged_at = ?", lead, opens));
    }

    /** Lives up to the next step, lets three instances take it at once, and sees that it was the one. */
    private void step(UUID partner, UUID lead, String name) throws Exception {
        JsonPath work = work(partner, lead);
        assertEquals(name, work.getString("nextStep"));
        MutableClock.set(Instant.parse(work.getString("nextStepAt")));
        lookInParallel();
    }

    private void lookInParallel() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            Callable<Integer> look = () -> watch.lookAtDue(50);
            for (Future<Integer> done : instances.invokeAll(List.of(look, look, look))) {
                done.get();
            }
        }
        // The application's own worker may hold the last one.
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> network.count(
                                "select count(*) from lead_work where look_at <= ?",
                                MutableClock.now().atOffset(ZoneOffset.UTC))
                        == 0);
    }

    private static JsonPath work(UUID partner, UUID lead) {
        return Api.partner(partner)
                .get("/v1/leads/{id}/work", lead)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** What the desk's list says of the lead. */
    private static List<Map<String, Object>> onDesk(UUID lead) {
        List<Map<String, Object>> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Api.desk()
                    .queryParam("limit", 200)
                    .queryParam("cursor", cursor)
                    .get("/v1/desk")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.findAll { it.leadId == '" + lead + "' }"));
            cursor = page.getString("next");
        }
        return found;
    }

    private static List<Object> desk(UUID lead) {
        return onDesk(lead).stream().map(item -> item.get("kind")).toList();
    }

    /** Waits until these events of the lead were told, and returns them in the order of the topic. */
    private static List<KafkaProbe.Seen> awaitEvents(UUID lead, String... names) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf(lead, List.of(names)), told -> told.size() >= names.length);
    }

    private static List<KafkaProbe.Seen> eventsOf(UUID lead, List<String> names) {
        return KafkaProbe.readAll("leadrouting.lead").stream()
                .filter(seen -> seen.key().equals(lead.toString()) && names.contains(name(seen)))
                .toList();
    }

    private static String name(KafkaProbe.Seen event) {
        return event.type().replaceAll(".*lead\\.(.*)\\.v1", "$1");
    }
}
