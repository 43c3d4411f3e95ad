package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.ninetyten.testing.KafkaProbe;

@QuarkusTest
class OfferTimeTest {

    @Inject
    Network network;

    @Inject
    ExpireOffers expiry;

    @Test
    void ofAHundredParallelAcceptsOneWins() throws Exception {
        UUID partner = network.partnerIn("JP");
        UUID lead = Api.capture(Api.leadIn("JP"));
        UUID offer = Api.id(Api.awaitOffer(lead, 1), "id");
        List<Callable<Integer>> accepts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            accepts.add(() -> Api.accept(partner, offer).statusCode());
        }

        Map<Integer, Integer> answers = new HashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : threads.invokeAll(accepts)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
        }

        assertEquals(Map.of(200, 1, 409, 99), answers);
    }

    @Test
    void anExpiredOfferCannotBeAcceptedEvenInTheSameInstant() {
        UUID partner = network.partnerIn("KR");
        UUID lead = Api.capture(Api.leadIn("KR"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        MutableClock.set(Instant.parse(offer.get("expiresAt").toString()));

        Api.accept(partner, Api.id(offer, "id")).then().statusCode(409).body("code", equalTo("offer-expired"));
    }

    @Test
    void aMicrosecondBeforeItsEndAnOfferCanBeAccepted() {
        UUID partner = network.partnerIn("TW");
        UUID lead = Api.capture(Api.leadIn("TW"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        MutableClock.set(Instant.parse(offer.get("expiresAt").toString()).minusNanos(1_000));

        Api.accept(partner, Api.id(offer, "id")).then().statusCode(200);
    }

    @Test
    void anUnansweredOfferGoesToTheNextAndAfterThreeToTheDesk() {
        for (int i = 0; i < 4; i++) {
            network.partnerIn("SG");
        }
        UUID lead = Api.capture(Api.leadIn("SG"));
        String before = "";
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            Map<String, Object> offer = Api.awaitOffer(lead, ordinal);
            assertNotEquals(before, offer.get("partnerId"));
            before = offer.get("partnerId").toString();
            MutableClock.set(Instant.parse(offer.get("expiresAt").toString()));
        }
        Api.awaitStatus(lead, "DESK");

        assertEquals(3, network.count("select count(*) from offer where lead_id = ? and state = 'EXPIRED'", lead));
        KafkaProbe.awaitEvent(
                "leadrouting.lead",
                "org.ninetyten.leadrouting.lead.escalated.v1",
                data -> data.path("leadId").asText().equals(lead.toString())
                        && data.path("reason").asText().equals("OFFERS_USED_UP"));
        assertEquals(
                3,
                KafkaProbe.readAll("leadrouting.lead").stream()
                        .filter(seen -> seen.type().endsWith("lead.offerexpired.v1")
                                && seen.key().equals(lead.toString()))
                        .count());
    }

    @Test
    void whatTheWorkersPublishCarriesTheIdOfTheRequestThatBroughtTheLead() {
        network.partnerIn("CY");
        network.partnerIn("CY");
        String cause = "cause-" + UUID.randomUUID();
        UUID lead = UUID.fromString(Api.website()
                .header("X-Correlation-Id", cause)
                .body(Api.leadIn("CY"))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        MutableClock.set(Instant.parse(Api.awaitOffer(lead, 1).get("expiresAt").toString()));
        Api.awaitOffer(lead, 2);
        await().atMost(Duration.ofSeconds(20)).until(() -> eventsOf(lead).size() == 4);

        for (KafkaProbe.Seen event : eventsOf(lead)) {
            assertEquals(cause, event.headers().get("ce_correlationid"), event.type());
        }
    }

    private static List<KafkaProbe.Seen> eventsOf(UUID lead) {
        return KafkaProbe.readAll("leadrouting.lead").stream()
                .filter(seen -> seen.key().equals(lead.toString()))
                .toList();
    }

    @Test
    void anAnswerThatIsRepeatedWithItsKeyIsNotASecondAnswer() {
        UUID partner = network.partnerIn("CZ");
        UUID lead = Api.capture(Api.leadIn("CZ"));
        Object offer = Api.awaitOffer(lead, 1).get("id");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            Api.partner(partner)
                    .header("Idempotency-Key", key)
                    .post("/v1/offers/{id}/accept", offer)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACCEPTED"));
        }
        assertEquals(1, network.openLeads(partner));
    }

    @Test
    void twoInstancesExpireAnOfferOnce() throws Exception {
        network.partnerIn("NZ");
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            leads.add(Api.capture(Api.leadIn("NZ")));
        }
        leads.forEach(lead -> Api.awaitOffer(lead, 1));
        MutableClock.advance(Duration.ofDays(7));

        try (ExecutorService instances = Executors.newFixedThreadPool(3)) {
            List<Callable<Integer>> works =
                    List.of(() -> expiry.expireDue(7), () -> expiry.expireDue(7), () -> expiry.expireDue(7));
            for (Future<Integer> work : instances.invokeAll(works)) {
                work.get();
            }
        }
        leads.forEach(lead -> Api.awaitStatus(lead, "DESK"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> KafkaProbe.readAll("leadrouting.lead").stream()
                                .filter(seen -> seen.type().endsWith("lead.offerexpired.v1")
                                        && leads.contains(UUID.fromString(seen.key())))
                                .count()
                        == 20);
    }
}
