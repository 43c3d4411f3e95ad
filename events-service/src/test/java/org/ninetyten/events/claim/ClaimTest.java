package org.ninetyten.events.claim;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.events.Programme.MARKETING;
import static org.ninetyten.events.Programme.get;
import static org.ninetyten.events.Programme.hoursAfterStart;
import static org.ninetyten.events.Programme.id;
import static org.ninetyten.events.Programme.line;
import static org.ninetyten.events.Programme.post;
import static org.ninetyten.events.Programme.putLines;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
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
class ClaimTest {

    private static final String APPROVED = "org.ninetyten.events.claim.approved.v1";

    @Inject
    Programme programme;

    @Inject
    ExpireClaims expireClaims;

    private int year;
    private UUID budget;
    private UUID partner;

    @BeforeEach
    void aProgramme() {
        SettableClock.reset();
        year = programme.newYear();
        budget = programme.budget(year, 1_000_000);
        partner = programme.activePartner();
    }

    @AfterEach
    void realTimeAgain() {
        SettableClock.reset();
    }

    @Test
    void halfOfTheEligibleCostIsPaidBackAndTheRestIsFreeAgain() {
        UUID event = programme.heldEvent(partner, year, 200_000);
        UUID claim = programme.submittedClaim(
                partner, event, List.of(line(invoice(), year, 200_000), line(invoice(), year, 100_003)));
        List<String> lines = lineIds(claim);
        post(MARKETING, "/v1/claims/" + claim + "/review").statusCode(200).body("status", equalTo("IN_REVIEW"));

        decide(claim, List.of(decision(lines.get(0), 200_000, null), decision(lines.get(1), 50_001, "No alcohol")))
                .statusCode(200)
                .body("status", equalTo("PARTLY_APPROVED"))
                .body("eligibleMinor", equalTo(250_001))
                .body("approvedMinor", equalTo(125_000))
                .body("limitedBy", equalTo("ELIGIBLE_COST"))
                .body("lines.approvedMinor", contains(100_000, 25_000))
                .body("lines[1].reason", equalTo("No alcohol"));

        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(125_000))
                .body("leftMinor", equalTo(875_000));
        var published = KafkaProbe.awaitEvent(
                "events.claim", APPROVED, data -> data.get("claimId").asText().equals(claim.toString()));
        Contracts.check(Contracts.ownSchema("claim.approved.v1"), published.json());
        assertEquals(claim.toString(), published.key());
        assertEquals(125_000, published.data().get("approvedMinor").asLong());
        assertEquals(List.of("claim.decide by marketing"), programme.audit(claim));
        decide(claim, List.of(decision(lines.get(0), 0, "Again")))
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
    }

    @Test
    void neverMoreThanWasApprovedIsPaidBack() {
        UUID event = programme.heldEvent(partner, year, 100_001);
        UUID claim = programme.submittedClaim(
                partner, event, List.of(line(invoice(), year, 500_000), line(invoice(), year, 500_000)));
        List<String> lines = lineIds(claim);

        decide(claim, List.of(decision(lines.get(1), 500_000, null), decision(lines.get(0), 500_000, null)))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approvedMinor", equalTo(100_001))
                .body("limitedBy", equalTo("APPROVED_AMOUNT"))
                .body("lines.approvedMinor", contains(50_001, 50_000));
    }

    @Test
    void aRejectedClaimPaysNothingAndFreesTheReservation() {
        UUID claim = programme.submittedClaim(
                partner, programme.heldEvent(partner, year, 100_000), List.of(line(invoice(), year, 500)));

        decide(claim, List.of(decision(lineIds(claim).getFirst(), 0, "Not an event cost")))
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("approvedMinor", equalTo(0));

        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(0));
    }

    @Test
    void anEventHasOneClaimAndOnlyWhenItWasHeld() {
        UUID scheduled = programme.event(partner, year, 1_000);
        open(scheduled).statusCode(409).body("code", equalTo("illegal-state"));
        UUID event = programme.heldEvent(partner, year, 1_000);
        open(event).statusCode(201);
        open(event).statusCode(409).body("code", equalTo("claim-already-opened"));
        open(UUID.randomUUID()).statusCode(404);
    }

    @Test
    void aClaimIsSubmittedWithinThirtyDaysAfterTheEvent() {
        UUID event = programme.heldEvent(partner, year, 1_000);
        UUID claim = id(open(event).body("deadline", equalTo(year + "-07-15")), "id");
        putLines(partner, claim, "*", List.of(line(invoice(), year, 500))).statusCode(200);

        SettableClock.set(hoursAfterStart(year, 24 * 30 + 14));
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/submit")
                .statusCode(409)
                .body("code", equalTo("claim-window-closed"));
        SettableClock.set(hoursAfterStart(year, 24 * 30 + 13));
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/submit").statusCode(200);
    }

    @Test
    void afterThirtyDaysNoClaimIsOpened() {
        UUID event = programme.heldEvent(partner, year, 1_000);
        SettableClock.set(hoursAfterStart(year, 24 * 31));
        open(event).statusCode(409).body("code", equalTo("claim-window-closed"));
    }

    @Test
    void moneyThatNobodyClaimsInTimeIsFreeAgain() {
        UUID unclaimed = programme.heldEvent(partner, year, 100_000);
        SettableClock.reset();
        UUID forgotten = programme.heldEvent(partner, year, 50_000);
        UUID claim = id(open(forgotten), "id");
        SettableClock.reset();
        UUID submitted = programme.submittedClaim(
                partner, programme.heldEvent(partner, year, 20_000), List.of(line(invoice(), year, 500)));

        SettableClock.set(hoursAfterStart(year, 24 * 30 + 13));
        expireClaims.handle();
        get(MARKETING, "/v1/budgets/" + budget).body("reservedMinor", equalTo(170_000));
        SettableClock.set(hoursAfterStart(year, 24 * 30 + 14));
        expireClaims.handle();
        expireClaims.handle();

        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(20_000))
                .body("spentMinor", equalTo(0));
        get(MARKETING, "/v1/claims/" + claim).body("status", equalTo("EXPIRED"));
        get(MARKETING, "/v1/claims/" + submitted).body("status", equalTo("SUBMITTED"));
        assertEquals(
                List.of("claim.expire by events-service: No claim was submitted in time"), programme.audit(unclaimed));
    }

    @Test
    void theSameInvoiceIsClaimedOnceWhoeverClaimsItAndHoweverItIsWritten() {
        UUID first = id(open(programme.heldEvent(partner, year, 1_000)), "id");
        String number = invoice();
        putLines(partner, first, "*", List.of(line(number, year, 500))).statusCode(200);
        // The same lines written again do not collide with themselves.
        putLines(partner, first, "*", List.of(line(number, year, 500))).statusCode(200);

        SettableClock.reset();
        UUID other = programme.activePartner();
        UUID second = id(
                post(Tokens.partner(other), "/v1/claims", Map.of("eventId", programme.heldEvent(other, year, 1_000))),
                "id");
        Map<String, Object> disguised = new HashMap<>(line(number.toLowerCase(java.util.Locale.ROOT), year, 500));
        disguised.put("supplierTaxId", "ru 1655-000000");
        putLines(other, second, "*", List.of(line(invoice(), year, 500), disguised))
                .statusCode(409)
                .body("code", equalTo("invoice-already-claimed"))
                .body("errors.field", contains("lines[1]"));
        get(Tokens.partner(other), "/v1/claims/" + second).body("lines", hasSize(0));

        String twice = invoice();
        putLines(other, second, "*", List.of(line(twice, year, 7), line(twice, year, 7)))
                .statusCode(409)
                .body("errors.field", contains("lines[1]"));
        putLines(other, second, "*", List.of(line(twice, year, 7), line(twice, year, 8)))
                .statusCode(200);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        UUID claim = id(open(programme.heldEvent(partner, year, 1_000)), "id");
        String tag =
                get(Tokens.partner(partner), "/v1/claims/" + claim).extract().header("ETag");
        var lines = Map.of("lines", List.of(line(invoice(), year, 500)));

        given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType(ContentType.JSON)
                .body(lines)
                .put("/v1/claims/" + claim + "/lines")
                .then()
                .statusCode(428);
        String next = putLines(partner, claim, tag, List.of(line(invoice(), year, 500)))
                .statusCode(200)
                .extract()
                .header("ETag");
        assertNotEquals(tag, next);
        putLines(partner, claim, tag, List.of()).statusCode(412);
        putLines(partner, claim, next, List.of()).statusCode(200);
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/submit")
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
    }

    @Test
    void everyLineIsDecidedWithAReasonWhenItIsLess() {
        UUID claim = programme.submittedClaim(
                partner,
                programme.heldEvent(partner, year, 1_000),
                List.of(line(invoice(), year, 500), line(invoice(), year, 600)));
        List<String> lines = lineIds(claim);

        decide(claim, List.of(decision(lines.get(0), 500, null)))
                .statusCode(400)
                .body("errors.field", hasItem("lines"));
        decide(claim, List.of(decision(lines.get(0), 500, null), decision(lines.get(0), 500, null)))
                .statusCode(400)
                .body("errors.field", hasItem("lines[1].lineId"));
        decide(claim, List.of(decision(lines.get(0), 501, null), decision(lines.get(1), 0, "No")))
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].eligibleMinor"));
        decide(claim, List.of(decision(lines.get(0), 499, null), decision(lines.get(1), 0, "No")))
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].reason"));
        decide(claim, List.of(decision(lines.get(0), -1, "No"), decision(lines.get(1), 0, "No")))
                .statusCode(400);
        putLines(partner, claim, "*", List.of()).statusCode(409);
    }

    @Test
    void badLinesAreRefused() {
        UUID claim = id(open(programme.heldEvent(partner, year, 1_000)), "id");
        Map.of(
                        "category", "YACHT",
                        "supplier", "",
                        "supplierTaxId", "---",
                        "invoiceNumber", "#",
                        "invoiceDate", "2999-01-01",
                        "netMinor", 0,
                        "claimId", claim)
                .forEach((field, value) -> {
                    Map<String, Object> line = new HashMap<>(line(invoice(), year, 500));
                    line.put(field, value);
                    putLines(partner, claim, "*", List.of(line))
                            .statusCode(400)
                            .body("errors.field", hasItem("lines[0]." + field));
                });
        Map<String, Object> ancient = new HashMap<>(line(invoice(), year, 500));
        ancient.put("invoiceDate", "-999999-01-01");
        putLines(partner, claim, "*", List.of(ancient)).statusCode(400);
    }

    @Test
    void parallelDecisionsOfOneClaimPayOnce() throws Exception {
        UUID claim = programme.submittedClaim(
                partner, programme.heldEvent(partner, year, 100_000), List.of(line(invoice(), year, 200_000)));
        String line = lineIds(claim).getFirst();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            calls.add(() -> decide(claim, List.of(decision(line, 200_000, null)))
                    .extract()
                    .statusCode());
        }

        List<Integer> answers = inParallel(calls);

        assertEquals(1, answers.stream().filter(status -> status == 200).count());
        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(100_000));
    }

    @Test
    void claimsDecidedInParallelNeverSpendMoreThanTheBudget() throws Exception {
        int tight = programme.newYear();
        UUID tightBudget = programme.budget(tight, 400_000);
        List<UUID> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(programme.event(partner, tight, 100_000));
        }
        SettableClock.set(hoursAfterStart(tight, 3));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (UUID event : events) {
            post(MARKETING, "/v1/events/" + event + "/hold").statusCode(200);
            UUID claim = programme.submittedClaim(partner, event, List.of(line(invoice(), tight, 900_000)));
            String line = lineIds(claim).getFirst();
            calls.add(() -> decide(claim, List.of(decision(line, 900_000, null)))
                    .extract()
                    .statusCode());
        }

        List<Integer> answers = inParallel(calls);

        assertTrue(answers.stream().allMatch(status -> status == 200), answers.toString());
        get(MARKETING, "/v1/budgets/" + tightBudget)
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(400_000))
                .body("leftMinor", equalTo(0));
    }

    @Test
    void anotherPartnersClaimDoesNotExist() {
        UUID event = programme.heldEvent(partner, year, 1_000);
        UUID claim = id(open(event), "id");
        UUID stranger = programme.activePartner();

        get(Tokens.partner(stranger), "/v1/claims/" + claim).statusCode(404);
        putLines(stranger, claim, "*", List.of()).statusCode(404);
        post(Tokens.partner(stranger), "/v1/claims/" + claim + "/submit").statusCode(404);
        post(Tokens.partner(stranger), "/v1/claims", Map.of("eventId", event)).statusCode(404);
        get(Tokens.partner(stranger), "/v1/claims?partnerId=" + partner)
                .statusCode(200)
                .body("items", hasSize(0));
        get(Tokens.vendor("finance"), "/v1/claims?status=OPEN&partnerId=" + partner)
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void everyRoleDoesItsOwnPart() {
        UUID event = programme.heldEvent(partner, year, 1_000);
        UUID claim = id(open(event), "id");
        var nothing = Map.of("lines", List.of(decision(UUID.randomUUID().toString(), 0, "No")));

        post(Tokens.partnerMember(partner), "/v1/claims", Map.of("eventId", event))
                .statusCode(403);
        post(MARKETING, "/v1/claims", Map.of("eventId", event)).statusCode(403);
        post(MARKETING, "/v1/claims/" + claim + "/submit").statusCode(403);
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/decide", nothing)
                .statusCode(403);
        post(Tokens.partner(partner), "/v1/claims/" + claim + "/review").statusCode(403);
        post(Tokens.vendor("finance"), "/v1/claims/" + claim + "/decide", nothing)
                .statusCode(403);
        get(Tokens.vendor("academy-editor"), "/v1/claims/" + claim).statusCode(403);
        given().get("/v1/claims/" + claim).then().statusCode(401);
        get(Tokens.partnerMember(partner), "/v1/claims/" + claim).statusCode(200);
    }

    private io.restassured.response.ValidatableResponse open(UUID event) {
        return post(Tokens.partner(partner), "/v1/claims", Map.of("eventId", event));
    }

    private static io.restassured.response.ValidatableResponse decide(UUID claim, List<?> lines) {
        return post(MARKETING, "/v1/claims/" + claim + "/decide", Map.of("lines", lines));
    }

    private static Map<String, Object> decision(String lineId, long eligibleMinor, String reason) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("lineId", lineId);
        decision.put("eligibleMinor", eligibleMinor);
        if (reason != null) {
            decision.put("reason", reason);
        }
        return decision;
    }

    private static List<String> lineIds(UUID claim) {
        return get(MARKETING, "/v1/claims/" + claim).extract().path("lines.lineId");
    }

    private static String invoice() {
        return "INV-" + UUID.randomUUID();
    }

    private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            List<Integer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
