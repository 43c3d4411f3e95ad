package org.ninetyten.leadrouting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.registration.EscalateCases;
import org.ninetyten.testing.AsyncApiContract;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class ContractTest {

    private static final String PREFIX = "org.ninetyten.leadrouting.";
    private static final List<String> TOPICS =
            List.of("leadrouting.lead", "leadrouting.deal", "leadrouting.registration", "leadrouting.customer");

    @Inject
    Network network;

    @Inject
    EscalateCases escalateCases;

    @Test
    void theAsyncApiDescribesEveryEventAndRefersToWhatExists() {
        AsyncApiContract.check();
    }

    @Test
    void everyExampleIsValid() {
        for (String event : Contracts.ownEvents()) {
            Contracts.check(Contracts.ownSchema(event), Contracts.ownExample(event));
        }
        assertEquals(32, Contracts.ownEvents().size());
    }

    @Test
    void everyEventThatIsPublishedIsValidAndEveryTypeIsPublished() {
        makeEverythingHappen();

        Set<String> published = new TreeSet<>();
        for (String topic : TOPICS) {
            for (KafkaProbe.Seen seen : KafkaProbe.readAll(topic)) {
                assertTrue(seen.type().startsWith(PREFIX), seen.type());
                String event = seen.type().substring(PREFIX.length());
                Contracts.check(Contracts.ownSchema(event), seen.json());
                published.add(event);
            }
        }
        assertEquals(new TreeSet<>(Contracts.ownEvents()), published);
    }

    private void makeEverythingHappen() {
        network.partnerIn("VN");
        network.partnerIn("VN");
        UUID expiring = Api.capture(Api.leadIn("VN"));
        Map<String, Object> first = Api.awaitOffer(expiring, 1);
        MutableClock.set(java.time.Instant.parse(first.get("expiresAt").toString()));
        Map<String, Object> second = Api.awaitOffer(expiring, 2);
        Api.desk()
                .body("{\"reason\": \"OTHER\"}")
                .post("/v1/offers/{id}/decline", second.get("id"))
                .then()
                .statusCode(200);
        Api.awaitStatus(expiring, "DESK");
        UUID lead = Api.accepted(Api.leadIn("VN", ", \"sizeBand\": \"10-49\", \"budgetBand\": \"up to 10000\""));
        String deal = Api.desk()
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"VND\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.desk()
                .body("{\"reason\": \"TIMING\", \"closedOn\": \"2026-11-20\"}")
                .post("/v1/deals/{id}/lose", deal)
                .then()
                .statusCode(200);
        makeTheDeskDecide();
        KafkaProbe.awaitEvent(
                "leadrouting.deal",
                PREFIX + "deal.closed.v1",
                data -> data.path("dealId").asText().equals(deal));
        refundADeal();
        registerADeal();
        workOnLeads();
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                PREFIX + "lead.escalated.v1",
                data -> data.path("leadId").asText().equals(expiring.toString()));
    }

    private static void workOnLeads() {
        UUID silent = Api.accepted(Api.leadIn("VN"));
        UUID worked = Api.accepted(Api.leadIn("VN"));
        liveUpTo(worked, "contactBy");
        awaitLeadEvent("contactoverdue", silent);
        for (UUID lead : List.of(silent, worked)) {
            Api.desk().post("/v1/leads/{id}/contacted", lead).then().statusCode(200);
            awaitLeadEvent("contacted", lead);
        }
        Api.desk().post("/v1/leads/{id}/working", worked).then().statusCode(200);
        awaitLeadEvent("workstarted", worked);
        for (String step : List.of("nudged", "warned", "stalled")) {
            liveUpTo(worked, "nextStepAt");
            awaitLeadEvent(step, worked);
        }
        awaitLeadEvent("recalled", silent);
    }

    private static void liveUpTo(UUID lead, String deadline) {
        String at = Api.desk()
                .get("/v1/leads/{id}/work", lead)
                .then()
                .statusCode(200)
                .extract()
                .path(deadline);
        MutableClock.set(java.time.Instant.parse(at));
    }

    private static void awaitLeadEvent(String event, UUID lead) {
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                PREFIX + "lead." + event + ".v1",
                data -> data.path("leadId").asText().equals(lead.toString()));
    }

    private static void refundADeal() {
        UUID lead = Api.accepted(Api.leadIn("VN"));
        String deal = Api.desk()
                .body("{\"leadId\": \"" + lead + "\", \"currency\": \"VND\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.desk()
                .header("If-Match", "*")
                .body("""
                      {"lines": [{"incomePoint": "TRAINING", "quantity": 1, "unitPriceMinor": 1000,
                       "taxBasisPoints": 1000, "performer": "PARTNER", "billedBy": "PARTNER"}]}""")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
        Api.desk().body("{}").post("/v1/deals/{id}/win", deal).then().statusCode(200);
        String link = Api.website()
                .post("/v1/deals/{id}/rating-link", deal)
                .then()
                .statusCode(200)
                .extract()
                .path("link");
        Api.website()
                .body("{\"link\": \"" + link + "\", \"leadScore\": 3, \"workScore\": 4}")
                .post("/v1/ratings")
                .then()
                .statusCode(201);
        Api.as(Tokens.vendor("finance"))
                .body("{\"reason\": \"DEFECT\"}")
                .post("/v1/deals/{id}/refunds", deal)
                .then()
                .statusCode(201);
        KafkaProbe.awaitEvent(
                "leadrouting.deal",
                PREFIX + "deal.refunded.v1",
                data -> data.path("dealId").asText().equals(deal));
    }

    private void registerADeal() {
        UUID holder = network.partnerIn("VN");
        UUID claimant = network.partnerIn("VN");
        String body = """
                {"product": "Portal", "currency": "VND", "company": "Example Works", "country": "VN",
                 "companyWebsite": "%s.example"}""".formatted(UUID.randomUUID());
        String evidence = "{\"what\": \"Letter of intent\"}";
        String protection = Api.partner(holder)
                .body(body)
                .post("/v1/deal-registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("protectionId");
        String today = LocalDate.ofInstant(MutableClock.now(), ZoneOffset.UTC).toString();
        Api.partner(holder)
                .header("If-Match", "*")
                .body("{\"activity\": \"A workshop with the customer.\", \"activeOn\": \"" + today + "\"}")
                .post("/v1/protections/{id}/extend", protection)
                .then()
                .statusCode(200);
        String refused = Api.partner(claimant)
                .body(body)
                .post("/v1/deal-registrations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String conflict = Api.partner(claimant)
                .body(evidence)
                .post("/v1/deal-registrations/{id}/contest", refused)
                .then()
                .statusCode(200)
                .extract()
                .path("caseId");
        network.makeLate(UUID.fromString(conflict));
        escalateCases.escalateDue();
        Api.desk()
                .body("{\"winner\": \"CLAIMANT\", \"reason\": \"CUSTOMERS_WISH\", \"why\": \"They said so.\"}")
                .post("/v1/registration-cases/{id}/decide", conflict)
                .then()
                .statusCode(200);
        UUID lead = Api.accepted(Api.leadIn("VN"));
        String customer = Api.lead(lead).getString("customerId");
        UUID other = network.partnerIn("VN");
        Api.as(Tokens.vendor("partner-manager"))
                .body("{\"partnerId\": \"" + other + "\", \"why\": \"They asked for it.\"}")
                .post("/v1/customers/{id}/partner-of-record", customer)
                .then()
                .statusCode(200);
        KafkaProbe.awaitEvent(
                "leadrouting.customer",
                PREFIX + "customer.partnerofrecordchanged.v1",
                data -> data.path("customerId").asText().equals(customer));
        KafkaProbe.awaitEvent(
                "leadrouting.registration",
                PREFIX + "registration.decided.v1",
                data -> data.path("registrationId").asText().equals(refused)
                        && data.path("outcome").asText().equals("GRANTED"));
    }

    private static void makeTheDeskDecide() {
        String body = Api.leadIn("PW");
        UUID survivor = Api.capture(body);
        Api.awaitStatus(survivor, "DESK");
        UUID duplicate = Api.capture(body);
        decide(duplicate, "unmerge", "{\"why\": \"Another wish.\"}");
        decide(Api.capture(Api.leadIn("PW", ", \"fax\": \"x\"")), "not-spam", "{\"why\": \"A real person.\"}");
        decide(survivor, "nurture", "{\"until\": \"2090-01-01\", \"why\": \"Later.\"}");
        decide(survivor, "wake", "{\"why\": \"They called.\"}");
        Api.awaitStatus(survivor, "DESK");
        decide(survivor, "lose", "{\"reason\": \"NO_NEED\"}");
        String inCity = ", \"city\": \"Koror " + UUID.randomUUID() + "\"";
        Api.capture(Api.leadIn("PW", inCity));
        String held = Api.capture(Api.leadIn("PW", inCity)).toString();
        for (String event :
                List.of("merged", "unmerged", "rejected", "held", "released", "lost", "nurtured", "woken")) {
            KafkaProbe.awaitEvent(
                    "leadrouting.lead",
                    PREFIX + "lead." + event + ".v1",
                    data -> !event.equals("held")
                            || data.path("leadId").asText().equals(held));
        }
    }

    private static void decide(UUID lead, String what, String body) {
        Api.desk().body(body).post("/v1/leads/{id}/" + what, lead).then().statusCode(200);
    }
}
