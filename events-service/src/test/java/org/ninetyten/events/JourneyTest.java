package org.ninetyten.events;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.events.Programme.MARKETING;
import static org.ninetyten.events.Programme.get;
import static org.ninetyten.events.Programme.hoursAfterStart;
import static org.ninetyten.events.Programme.id;
import static org.ninetyten.events.Programme.line;
import static org.ninetyten.events.Programme.post;
import static org.ninetyten.events.Programme.postInPublic;
import static org.ninetyten.events.Programme.proposal;
import static org.ninetyten.events.Programme.putLines;
import static org.ninetyten.events.Programme.visitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class JourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAYABLE = "org.ninetyten.billing.reimbursement.payable.v1";
    private static final String PAID = "org.ninetyten.billing.reimbursement.paid.v1";

    @Inject
    Programme programme;

    @AfterEach
    void realTimeAgain() {
        SettableClock.reset();
    }

    @Test
    void fromAnApplicationToAClaimThatIsBeingPaid() throws JsonProcessingException {
        int year = programme.newYear();
        UUID budget = programme.budget(year, 1_000_000);
        UUID partner = programme.activePartner();
        String host = Tokens.partner(partner);

        UUID application = programme.application(proposal(partner, year));
        UUID event = programme.approvedEvent(application, 150_000);
        var scheduled = awaitEvent("events.event", "org.ninetyten.events.event.scheduled.v1", of("eventId", event));
        Contracts.check(Contracts.ownSchema("event.scheduled.v1"), scheduled.json());
        assertEquals(year + "-06-15T10:00:00", scheduled.data().get("startsAt").asText());
        assertEquals(event.toString(), scheduled.key());

        UUID visitor = id(
                postInPublic("/v1/events/" + event + "/registrations", visitor("a@example.com"))
                        .statusCode(201),
                "registrationId");
        SettableClock.set(hoursAfterStart(year, 1));
        post(host, "/v1/events/" + event + "/check-ins", Map.of("registrationId", visitor))
                .statusCode(200);
        SettableClock.set(hoursAfterStart(year, 8));
        post(host, "/v1/events/" + event + "/hold").statusCode(200);
        var attended = awaitEvent(
                "events.attendee", "org.ninetyten.events.attendee.attended.v1", of("registrationId", visitor));
        Contracts.check(Contracts.ownSchema("attendee.attended.v1"), attended.json());

        SettableClock.set(hoursAfterStart(year, 24 * 7));
        UUID claim = id(
                post(host, "/v1/claims", Map.of("eventId", event))
                        .statusCode(201)
                        .header("Location", notNullValue()),
                "id");
        putLines(partner, claim, "*", List.of(line("J-" + claim, year, 250_000), line("K-" + claim, year, 50_000)))
                .statusCode(200);
        post(host, "/v1/claims/" + claim + "/submit").statusCode(200).body("status", equalTo("SUBMITTED"));
        List<String> lines = get(MARKETING, "/v1/claims/" + claim).extract().path("lines.lineId");
        post(
                        MARKETING,
                        "/v1/claims/" + claim + "/decide",
                        Map.of(
                                "lines",
                                List.of(
                                        Map.of("lineId", lines.get(0), "eligibleMinor", 250_000),
                                        Map.of("lineId", lines.get(1), "eligibleMinor", 50_000))))
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("approvedMinor", equalTo(150_000))
                .body("lines.approvedMinor", contains(125_000, 25_000));
        var approved = awaitEvent("events.claim", "org.ninetyten.events.claim.approved.v1", of("claimId", claim));
        Contracts.check(Contracts.ownSchema("claim.approved.v1"), approved.json());
        get(MARKETING, "/v1/budgets/" + budget)
                .body("reservedMinor", equalTo(0))
                .body("spentMinor", equalTo(150_000));

        UUID journalEntry = UUID.randomUUID();
        payable(claim, partner, 150_000, journalEntry);
        await().untilAsserted(() -> get(host, "/v1/claims/" + claim)
                .body("status", equalTo("PAYING"))
                .body("journalEntryId", equalTo(journalEntry.toString())));
        // Billing may say so again under another event id.
        payable(claim, partner, 150_000, journalEntry);

        paid(claim, 150_000);
        await().untilAsserted(() -> get(host, "/v1/claims/" + claim).body("status", equalTo("PAID")));
        paid(claim, 150_000);
        paid(claim, 149_999);
        awaitEvent(
                "billing.reimbursement.events-service.dlt",
                PAID,
                of("claimId", claim).and(data -> data.get("amountMinor").asLong() == 149_999));
        get(host, "/v1/claims/" + claim).body("status", equalTo("PAID"));
    }

    @Test
    void anEventRecordedAfterTheFactGoesTheWholeWayInRealTime() {
        LocalDateTime yesterday =
                LocalDateTime.now(Clock.system(Programme.ZONE)).minusDays(1);
        UUID partner = programme.activePartner();
        String host = Tokens.partner(partner);
        var proposal = proposal(partner, yesterday.getYear());
        proposal.put("startsAt", yesterday.withNano(0).toString());
        proposal.put("currency", "KZT");
        post(
                        MARKETING,
                        "/v1/budgets",
                        Map.of(
                                "year",
                                yesterday.getYear(),
                                "region",
                                "CIS",
                                "currency",
                                "KZT",
                                "amountMinor",
                                1_000_000))
                .statusCode(201);

        UUID application = programme.application(proposal);
        UUID event = id(
                post(
                                MARKETING,
                                "/v1/host-applications/" + application + "/approve",
                                Map.of(
                                        "approvedMinor",
                                        200_000,
                                        "waiver",
                                        Map.of("reason", "Held before the programme began")))
                        .statusCode(200)
                        .body("late", equalTo(true)),
                "eventId");
        UUID visitor =
                id(postInPublic("/v1/events/" + event + "/registrations", visitor("b@example.com")), "registrationId");
        post(host, "/v1/events/" + event + "/check-ins", Map.of("registrationId", visitor))
                .statusCode(200);
        post(host, "/v1/events/" + event + "/hold").statusCode(200).body("status", equalTo("HELD"));
        post(host, "/v1/claims", Map.of("eventId", event)).statusCode(201);
        assertEquals(
                List.of("host-application.approve by marketing: Held before the programme began"),
                programme.audit(application));
    }

    @Test
    void aReimbursementThatDoesNotFitItsClaimBecomesADeadLetter() throws JsonProcessingException {
        UUID nobodysClaim = UUID.randomUUID();

        payable(nobodysClaim, UUID.randomUUID(), 1, UUID.randomUUID());

        awaitEvent("billing.reimbursement.events-service.dlt", PAYABLE, of("claimId", nobodysClaim));
    }

    private static void payable(UUID claim, UUID partner, long amountMinor, UUID journalEntry)
            throws JsonProcessingException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(Contracts.producerExample("billing-service", "reimbursement.payable.v1"));
        event.put("claimId", claim.toString())
                .put("partnerId", partner.toString())
                .put("currency", "EUR")
                .put("amountMinor", amountMinor)
                .put("journalEntryId", journalEntry.toString());
        KafkaProbe.send("billing.reimbursement", claim.toString(), PAYABLE, event);
    }

    private static void paid(UUID claim, long amountMinor) throws JsonProcessingException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(Contracts.producerExample("billing-service", "reimbursement.paid.v1"));
        event.put("claimId", claim.toString()).put("currency", "EUR").put("amountMinor", amountMinor);
        KafkaProbe.send("billing.reimbursement", claim.toString(), PAID, event);
    }

    private static KafkaProbe.Seen awaitEvent(String topic, String type, Predicate<JsonNode> fits) {
        return KafkaProbe.awaitEvent(topic, type, fits);
    }

    private static Predicate<JsonNode> of(String field, UUID id) {
        return data -> data.get(field).asText().equals(id.toString());
    }
}
