package org.ninetyten.leadrouting.order;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;

@QuarkusTest
class OrderTest {

    private static final String LICENCE = """
            {"incomePoint": "LICENCE", "quantity": 10, "unitPriceMinor": 12000, "taxBasisPoints": 1900,
             "performer": "VENDOR", "billedBy": "VENDOR"}""";
    private static final String WORK = """
            {"incomePoint": "IMPLEMENTATION", "quantity": 9, "unitPriceMinor": 120000, "taxBasisPoints": 1900,
             "performer": "PARTNER", "billedBy": "PARTNER"}""";

    @Inject
    Network network;

    @Test
    void anOrderGoesToThePartnerThatTheCustomerChoseAndItsDealHasWhatWasOrdered() {
        network.partnerIn("BG");
        UUID chosen = network.partnerIn("BG");
        network.partnerIn("BG");
        ValidatableResponse placed = place(order("BG", LICENCE + "," + WORK, ", \"partnerId\": \"" + chosen + "\""))
                .statusCode(201)
                .body("followUp", equalTo("NONE"))
                .body("licenceOnly", equalTo(false))
                .body("dealId", nullValue());
        String order = placed.extract().path("id");
        UUID lead = UUID.fromString(placed.extract().path("leadId"));
        Map<String, Object> offer = Api.awaitOffer(lead, 1);
        assertEquals(chosen, Api.id(offer, "partnerId"));
        Api.partner(chosen).get("/v1/orders/{id}", order).then().statusCode(404);

        Api.accept(chosen, Api.id(offer, "id")).then().statusCode(200);

        String deal = Api.partner(chosen)
                .get("/v1/orders/{id}", order)
                .then()
                .statusCode(200)
                .extract()
                .path("dealId");
        Api.partner(chosen)
                .get("/v1/deals/{id}", deal)
                .then()
                .statusCode(200)
                .body("status", equalTo("PROPOSED"))
                .body("orderId", equalTo(order))
                .body("lines.incomePoint", equalTo(List.of("LICENCE", "IMPLEMENTATION")))
                .body("ninetyTen.passes", equalTo(true));
        assertEquals("ACCEPTED", Api.lead(lead).getString("status"));
        Api.partner(chosen).body("{}").post("/v1/deals/{id}/win", deal).then().statusCode(200);
        assertEquals("WON", Api.lead(lead).getString("status"));
        Api.desk().get("/v1/leads/{id}/history", lead).then().body("to", hasItems("ACCEPTED", "WORKING", "WON"));
    }

    @Test
    void anOrderWithoutAChoiceIsRouted() {
        UUID only = network.partnerIn("DJ");
        ValidatableResponse placed = place(order("DJ", LICENCE, "")).statusCode(201);

        Map<String, Object> offer =
                Api.awaitOffer(UUID.fromString(placed.extract().path("leadId")), 1);

        assertEquals(only, Api.id(offer, "partnerId"));
    }

    @Test
    void aLicenceAloneIsTakenAndFollowedUpOnce() {
        UUID partner = network.partnerIn("BZ");
        UUID stranger = network.partnerIn("AO");
        ValidatableResponse placed = place(order("BZ", LICENCE, ""))
                .statusCode(201)
                .body("licenceOnly", equalTo(true))
                .body("followUp", equalTo("OPEN"));
        String order = placed.extract().path("id");
        Map<String, Object> offer =
                Api.awaitOffer(UUID.fromString(placed.extract().path("leadId")), 1);
        Api.accept(partner, Api.id(offer, "id")).then().statusCode(200);
        Api.partner(partner)
                .queryParam("followUp", "OPEN")
                .get("/v1/orders")
                .then()
                .body("items.id", equalTo(List.of(order)));
        Api.desk()
                .queryParam("followUp", "OPEN")
                .queryParam("partnerId", partner)
                .get("/v1/orders")
                .then()
                .body("items.id", hasItem(order));

        Api.partner(stranger)
                .body("{\"outcome\": \"NOT_WANTED\"}")
                .post("/v1/orders/{id}/follow-up", order)
                .then()
                .statusCode(404);
        Api.partner(partner)
                .body("{}")
                .post("/v1/orders/{id}/follow-up", order)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("outcome"));
        Api.partner(partner)
                .body("{\"outcome\": \"SERVICES_SOLD\", \"note\": \"Two days of training\"}")
                .post("/v1/orders/{id}/follow-up", order)
                .then()
                .statusCode(200)
                .body("followUp", equalTo("DONE"));
        Api.partner(partner)
                .body("{\"outcome\": \"SERVICES_SOLD\"}")
                .post("/v1/orders/{id}/follow-up", order)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
        Api.partner(partner)
                .queryParam("followUp", "OPEN")
                .get("/v1/orders")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void theSameOrderIsPlacedOnceHoweverManySendItAtOnce() throws Exception {
        String body = order("BN", LICENCE, "");
        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> Api.website().body(body).post("/v1/orders")));
            }
        }

        Set<String> ids = new HashSet<>();
        int created = 0;
        for (Future<Response> answer : answers) {
            created += answer.get().statusCode() == 201 ? 1 : 0;
            ids.add(answer.get().then().extract().path("id"));
        }
        assertEquals(1, ids.size());
        assertEquals(1, created);
        place(body.replace("12000", "13000")).statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void badOrdersAreRefusedWithTheirField() {
        UUID partner = network.partnerIn("CV");

        place(order("CV", LICENCE, "").replace("EUR", "XYZ")).statusCode(400).body("errors.field", hasItem("currency"));
        place(order("CV", LICENCE.replace("12000", "-1"), ""))
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].unitPriceMinor"));
        place(order("CV", LICENCE.replace("12000", "9223372036854775807"), ""))
                .statusCode(400)
                .body("code", equalTo("amount-too-large"));
        place(order("CV", "", "")).statusCode(400).body("errors.field", hasItem("lines"));
        place(order("CV", LICENCE, "").replace("\"consent\": true", "\"consent\": false"))
                .statusCode(400)
                .body("errors.field", hasItem("consent"));
        place(order("CV", LICENCE, ", \"colour\": 1")).statusCode(400);
        Api.partner(partner)
                .body(order("CV", LICENCE, ""))
                .post("/v1/orders")
                .then()
                .statusCode(403);
        Api.website().get("/v1/orders").then().statusCode(403);
    }

    private static String order(String country, String lines, String more) {
        return """
               {"orderId": "W-%s", "product": "Portal", "currency": "EUR", "company": "Example Ltd", "country": "%s",
                "language": "en", "contact": {"name": "Ann Example", "email": "%s"}, "consent": true,
                "lines": [%s]%s}""".formatted(UUID.randomUUID(), country, Api.somebody(), lines, more);
    }

    private static ValidatableResponse place(String body) {
        return Api.website().body(body).post("/v1/orders").then();
    }
}
