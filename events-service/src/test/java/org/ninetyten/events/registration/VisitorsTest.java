package org.ninetyten.events.registration;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.events.Programme.MARKETING;
import static org.ninetyten.events.Programme.get;
import static org.ninetyten.events.Programme.hoursAfterStart;
import static org.ninetyten.events.Programme.id;
import static org.ninetyten.events.Programme.post;
import static org.ninetyten.events.Programme.postInPublic;
import static org.ninetyten.events.Programme.visitor;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.Programme;
import org.ninetyten.events.SettableClock;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class VisitorsTest {

    private static final String ATTENDED = "org.ninetyten.events.attendee.attended.v1";

    @Inject
    Programme programme;

    private int year;
    private UUID partner;
    private UUID event;

    @BeforeEach
    void anEventWithTwoPlaces() {
        year = programme.newYear();
        programme.budget(year, 1_000_000);
        partner = programme.activePartner();
        event = programme.event(partner, year, 100_000);
    }

    @AfterEach
    void realTimeAgain() {
        SettableClock.reset();
    }

    @Test
    void whoComesTooLateIsOnTheWaitingList() {
        register("a@example.com").statusCode(201).body("status", equalTo("REGISTERED"));
        register("b@example.com").statusCode(201).body("status", equalTo("REGISTERED"));
        register("c@example.com").statusCode(201).body("status", equalTo("WAITLISTED"));
    }

    @Test
    void theSamePersonAgainGetsTheSameRegistrationAndNothingElse() {
        UUID first = id(register("Alina@Example.com").statusCode(201), "registrationId");

        register("alina@example.com ".strip())
                .statusCode(200)
                .body("registrationId", equalTo(first.toString()))
                .body("$", aMapWithSize(2));
    }

    @Test
    void theLastPlaceIsGivenOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String email = "p" + i + "@example.com";
                calls.add(() -> register(email).extract().path("status"));
            }
            int registered = 0;
            for (var answer : threads.invokeAll(calls)) {
                registered += answer.get().equals("REGISTERED") ? 1 : 0;
            }
            assertEquals(2, registered);
        }
    }

    @Test
    void withoutConsentNobodyIsRegistered() {
        Map<String, Object> visitor = new HashMap<>(visitor("a@example.com"));
        visitor.put("consent", false);
        postInPublic(path("/registrations"), visitor).statusCode(400).body("errors.field", hasItem("consent"));
        visitor.remove("consent");
        postInPublic(path("/registrations"), visitor).statusCode(400);
    }

    @Test
    void badRegistrationsAreRefused() {
        Map.of(
                        "email", "no address",
                        "country", "ZZ",
                        "language", "not_a_language",
                        "name", "",
                        "phone", "1".repeat(41),
                        "needs", List.of("COFFEE"),
                        "token", "x")
                .forEach((field, value) -> {
                    Map<String, Object> visitor = new HashMap<>(visitor("a@example.com"));
                    visitor.put(field, value);
                    postInPublic(path("/registrations"), visitor)
                            .statusCode(400)
                            .contentType("application/problem+json");
                });
        postInPublic(path("/registrations"), "{\"name\":\"\\u0000\"}").statusCode(400);
        postInPublic(path("/registrations"), "[]").statusCode(400);
        postInPublic(path("/registrations"), "{").statusCode(400);
        postInPublic(path("/registrations"), "null").statusCode(400);
        postInPublic("/v1/events/" + UUID.randomUUID() + "/registrations", visitor("a@example.com"))
                .statusCode(404);
    }

    @Test
    void textsThatNoAlphabetKnowsAreNoFailureOfOurs() {
        for (String name : List.of("\\ud800", "\\uffff", "Zo\\u00eb \\ud83d\\ude00", "\\u202e")) {
            String visitor = "{\"name\":\"x" + name + "\",\"email\":\"" + UUID.randomUUID()
                    + "@example.com\",\"country\":\"RU\",\"language\":\"pt-BR\",\"needs\":[],\"consent\":true}";
            int status = postInPublic(path("/registrations"), visitor).extract().statusCode();
            assertTrue(status == 201 || status == 400, name + " gave " + status);
        }
    }

    @Test
    void thePublicSeesScheduledEventsWithoutTheirMoney() {
        String topic =
                RestAssured.get(path("")).then().statusCode(200).extract().path("topic");

        RestAssured.given()
                .queryParam("topic", topic)
                .queryParam("country", "RU")
                .queryParam("city", "kazan")
                .get("/v1/events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].startsAt", equalTo(year + "-06-15T10:00:00"))
                .body("items[0].timeZone", equalTo("Europe/Moscow"))
                .body("items[0]", aMapWithSize(10));
        programme.event(partner, year, 1_000);
        String next = RestAssured.get("/v1/events?limit=1").then().extract().path("next");
        RestAssured.get("/v1/events?limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        RestAssured.get("/v1/events?cursor=xyz").then().statusCode(400);
    }

    @Test
    void anEventIsHeldOnlyAfterItsStart() {
        UUID visitor = id(register("a@example.com"), "registrationId");
        SettableClock.set(hoursAfterStart(year, -1));
        post(Tokens.partner(partner), path("/hold")).statusCode(409).body("code", equalTo("event-not-started"));
        SettableClock.set(hoursAfterStart(year, -11));
        checkIn(visitor).statusCode(409).body("code", equalTo("event-not-started"));
        SettableClock.set(hoursAfterStart(year, 0));
        post(Tokens.partner(partner), path("/hold")).statusCode(200).body("status", equalTo("HELD"));

        post(Tokens.partner(partner), path("/hold")).statusCode(409).body("code", equalTo("illegal-state"));
        register("b@example.com").statusCode(409).body("code", equalTo("event-not-open"));
        post(MARKETING, path("/cancel"), Map.of("reason", "Too late")).statusCode(409);
        var held = KafkaProbe.awaitEvent(
                "events.event",
                "org.ninetyten.events.event.held.v1",
                data -> data.get("eventId").asText().equals(event.toString()));
        Contracts.check(Contracts.ownSchema("event.held.v1"), held.json());
        assertEquals(1, held.data().get("registered").asInt());
        assertEquals(0, held.data().get("attended").asInt());
    }

    @Test
    void attendanceIsPublishedOncePerPersonAlsoWhenTheCheckInIsMergedLater() {
        UUID early = id(register("early@example.com"), "registrationId");
        UUID merged = id(register("merged@example.com"), "registrationId");
        UUID sentinel = id(register("sentinel@example.com"), "registrationId");
        UUID absent = id(register("absent@example.com"), "registrationId");
        SettableClock.set(hoursAfterStart(year, 1));
        String at = checkIn(early).statusCode(200).extract().path("checkedInAt");
        SettableClock.set(hoursAfterStart(year, 2));
        checkIn(early).statusCode(200).body("checkedInAt", equalTo(at));
        post(Tokens.partner(partner), path("/hold")).statusCode(200);
        checkIn(merged).statusCode(200);
        checkIn(merged).statusCode(200);
        checkIn(early).statusCode(200);
        checkIn(sentinel).statusCode(200);

        // The last one comes after all that the calls before may have caused.
        KafkaProbe.awaitEvent("events.attendee", ATTENDED, data -> is(data, "registrationId", sentinel));
        var last = KafkaProbe.awaitEvent("events.attendee", ATTENDED, data -> is(data, "registrationId", merged));
        Contracts.check(Contracts.ownSchema("attendee.attended.v1"), last.json());
        assertEquals(merged.toString(), last.key());
        var first = KafkaProbe.awaitEvent("events.attendee", ATTENDED, data -> is(data, "registrationId", early));
        assertEquals("early@example.com", first.data().get("email").asText());
        assertEquals(partner.toString(), first.data().get("hostPartnerId").asText());
        assertEquals(
                3,
                KafkaProbe.readAll("events.attendee").stream()
                        .filter(seen -> is(seen.data(), "eventId", event))
                        .count());
        assertEquals(
                0,
                KafkaProbe.readAll("events.attendee").stream()
                        .filter(seen -> is(seen.data(), "registrationId", absent))
                        .count());
    }

    @Test
    void onlyTheHostAndMarketingSeeAndCheckInVisitors() {
        UUID visitor = id(register("a@example.com"), "registrationId");
        SettableClock.set(hoursAfterStart(year, 1));
        UUID stranger = programme.activePartner();

        get(Tokens.partner(stranger), path("/registrations")).statusCode(404);
        post(Tokens.partner(stranger), path("/check-ins"), Map.of("registrationId", visitor))
                .statusCode(404);
        post(Tokens.partner(stranger), path("/hold")).statusCode(404);
        post(Tokens.partner(stranger), path("/cancel"), Map.of("reason", "No")).statusCode(404);
        post(Tokens.partnerMember(partner), path("/hold")).statusCode(403);
        post(Tokens.vendor("finance"), path("/hold")).statusCode(403);
        RestAssured.get(path("/registrations")).then().statusCode(401);
        post(MARKETING, path("/check-ins"), Map.of("registrationId", UUID.randomUUID()))
                .statusCode(404);
        post(MARKETING, path("/check-ins"), Map.of()).statusCode(400);
        post(MARKETING, path("/check-ins"), Map.of("registrationId", visitor)).statusCode(200);
        get(Tokens.partnerMember(partner), path("/registrations"))
                .statusCode(200)
                .body("items[0].name", equalTo("Alina Petrova"))
                .body("items[0].containsKey('email')", equalTo(false));
    }

    @Test
    void aCancelledEventGivesItsReservationBack() {
        int other = programme.newYear();
        UUID budget = programme.budget(other, 300_000);
        UUID before = programme.event(partner, other, 100_000);
        UUID after = programme.event(partner, other, 150_000);
        get(MARKETING, "/v1/budgets/" + budget).body("reservedMinor", equalTo(250_000));

        post(Tokens.partner(partner), "/v1/events/" + before + "/cancel", Map.of("reason", "The venue is closed"))
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        SettableClock.set(hoursAfterStart(other, 1));
        post(MARKETING, "/v1/events/" + after + "/cancel", Map.of("reason", "Nobody came"))
                .statusCode(200)
                .body("status", equalTo("NOT_HELD"));

        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(0))
                .body("leftMinor", equalTo(300_000));
        assertEquals(List.of("event.cancel by marketing: Nobody came"), programme.audit(after));
        post(MARKETING, "/v1/events/" + after + "/hold").statusCode(409);
        post(MARKETING, "/v1/events/" + after + "/check-ins", Map.of("registrationId", UUID.randomUUID()))
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse register(String email) {
        return postInPublic(path("/registrations"), visitor(email));
    }

    private io.restassured.response.ValidatableResponse checkIn(UUID registration) {
        return post(Tokens.partnerMember(partner), path("/check-ins"), Map.of("registrationId", registration));
    }

    private String path(String rest) {
        return "/v1/events/" + event + rest;
    }

    private static boolean is(com.fasterxml.jackson.databind.JsonNode data, String field, UUID id) {
        return data.get(field).asText().equals(id.toString());
    }
}
