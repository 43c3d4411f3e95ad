package org.ninetyten.leadrouting.lead;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class OfferTimeTest {

    @Inject
    Network network;

    @Inject
    ExpireOffers expiry;

    @TestHTTPResource
    URI service;

    @Test
    void ofAThousandParallelAcceptsOneWins() {
        UUID partner = network.partnerIn("JP");
        UUID lead = Api.capture(Api.leadIn("JP"));
        UUID offer = Api.id(Api.awaitOffer(lead, 1), "id");

        Map<String, Integer> answers = acceptInParallel(partner, offer, 1_000);

        assertEquals(Map.of("200", 1, "409 offer-already-answered", 999), answers);
        assertEquals(1, network.openLeads(partner));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> eventsOf(lead).stream()
                                .filter(event -> event.type().endsWith("lead.accepted.v1"))
                                .count()
                        == 1);
    }

    @Test
    void anExpiredOfferCannotBeAcceptedEvenInTheSameInstant() {
        UUID partner = network.partnerIn("KR");
        UUID lead = Api.capture(Api.leadIn("KR"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        MutableClock.set(Instant.parse(offer.get("expiresAt").toString()));

        // Whether the worker has ended it or not: some of these come before, some after, some meanwhile.
        Map<String, Integer> answers = acceptInParallel(partner, Api.id(offer, "id"), 100);

        assertEquals(Map.of("409 offer-expired", 100), answers);
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

    /** Sends so many accepts without waiting for any answer, and counts the answers. */
    private Map<String, Integer> acceptInParallel(UUID partner, UUID offer, int times) {
        HttpRequest accept = HttpRequest.newBuilder(service.resolve("/v1/offers/" + offer + "/accept"))
                .header("Authorization", "Bearer " + Tokens.partner(partner))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Map<String, Integer> answers = new TreeMap<>();
        // HTTP/1.1: each request has a connection of its own, and none waits behind another.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                sent.add(client.sendAsync(accept, HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> answer : sent) {
                HttpResponse<String> response = answer.join();
                String code = JsonPath.from(response.body()).getString("code");
                answers.merge(response.statusCode() + (code == null ? "" : " " + code), 1, Integer::sum);
            }
        }
        return answers;
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
