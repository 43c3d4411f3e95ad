package org.ninetyten.leadrouting.lead;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.Tokens;

/** What waits and what is late; late contacts and silence are told of in {@link LeadWorkTest}. */
@QuarkusTest
class DeskListTest {

    @Inject
    Network network;

    @Inject
    RoutingWorker routingWorker;

    @Inject
    ExpiryWorker expiryWorker;

    private final List<UUID> leads = new ArrayList<>();
    private Map<String, Integer> countsBefore = Map.of();

    /** One of each kind that an answer of a partner does not make. */
    @BeforeEach
    void letLeadsWait() {
        countsBefore = counts(page("limit=1"));
        network.partnerIn("TV");
        leads.add(Api.capture(Api.leadIn("TV")));
        Api.awaitOffer(leads.getFirst(), 1);
        leads.add(Api.capture(Api.leadIn("TO")));
        Api.awaitStatus(leads.get(1), "DESK");
        String city = ", \"city\": \"Nuku " + UUID.randomUUID() + "\"";
        Api.awaitStatus(Api.capture(Api.leadIn("TO", city)), "DESK");
        leads.add(Api.capture(Api.leadIn("TO", city)));
        Api.awaitStatus(leads.get(2), "REVIEW");
        routingWorker.stop();
        expiryWorker.stop();
        leads.add(Api.capture(Api.leadIn("TO")));
        MutableClock.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void startTheWorkersAgain() {
        routingWorker.start(new StartupEvent());
        expiryWorker.start(new StartupEvent());
    }

    @Test
    void everyKindIsListedWithItsReasonAndCounted() {
        Map<UUID, Map<String, Object>> mine = new HashMap<>();
        Instant before = Instant.EPOCH;
        for (Map<String, Object> item : all("expiringWithinMinutes=10080")) {
            Instant since = Instant.parse(item.get("since").toString());
            assertTrue(!since.isBefore(before), "The longest wait comes first.");
            before = since;
            if (leads.contains(Api.id(item, "leadId"))) {
                mine.put(Api.id(item, "leadId"), item);
            }
        }

        assertEquals(
                List.of("OFFER_EXPIRING", "AT_DESK", "IN_REVIEW", "ROUTING_LONG"),
                leads.stream().map(lead -> mine.get(lead).get("kind")).toList());
        assertEquals("NO_CANDIDATE", mine.get(leads.get(1)).get("reason"));
        assertEquals("SIMILAR_COMPANY", mine.get(leads.get(2)).get("reason"));
        assertEquals("TO", mine.get(leads.get(3)).get("country"));
        Map<String, Integer> counts = counts(page("limit=1"));
        assertEquals(countsBefore.get("AT_DESK") + 2, counts.get("AT_DESK"));
        assertEquals(countsBefore.get("IN_REVIEW") + 1, counts.get("IN_REVIEW"));
        assertEquals(countsBefore.get("ROUTING_LONG") + 1, counts.get("ROUTING_LONG"));
    }

    @Test
    void aPageOfOneKindHoldsNothingElseAndPagesHaveNoGaps() {
        List<Map<String, Object>> oneByOne = all("limit=1&kind=AT_DESK");

        assertEquals(all("limit=200&kind=AT_DESK"), oneByOne);
        assertTrue(oneByOne.stream().allMatch(item -> item.get("kind").equals("AT_DESK")));
        assertEquals(counts(page("kind=AT_DESK")).get("AT_DESK"), oneByOne.size());
    }

    @Test
    void onlyTheVendorsDeskSeesItAndBadQuestionsAreRefused() {
        Api.partner(UUID.randomUUID()).get("/v1/desk").then().statusCode(403);
        Api.as(Tokens.vendor("finance")).get("/v1/desk").then().statusCode(403);
        Api.as(Tokens.client("website")).get("/v1/desk").then().statusCode(403);
        Api.as(Tokens.vendor("partner-manager")).get("/v1/desk").then().statusCode(200);
        for (String field :
                List.of("limit=0", "limit=201", "cursor=x", "routingOverMinutes=-1", "expiringWithinMinutes=0")) {
            Api.desk()
                    .get("/v1/desk?" + field)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(field.substring(0, field.indexOf('='))));
        }
    }

    private static List<Map<String, Object>> all(String query) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = page(query + "&cursor=" + cursor);
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        }
        return items;
    }

    private static Map<String, Integer> counts(JsonPath page) {
        return page.getMap("counts");
    }

    private static JsonPath page(String query) {
        return Api.desk()
                .get("/v1/desk?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
