package org.ninetyten.leadrouting.customer;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class PartnerOfRecordTest {

    @Inject
    Network network;

    @Inject
    Database database;

    @Inject
    LapsePartnersOfRecord lapse;

    @Test
    void aPartnerManagerMovesACustomerWithAReasonAndTheNextLeadGoesThere() {
        UUID first = network.partnerIn("AW");
        UUID customer = customerOf(Api.accepted(Api.leadIn("AW")));
        UUID second = network.partnerIn("AW");

        move(Tokens.vendor("sales-desk"), customer, second).statusCode(403);
        move(Tokens.partner(first), customer, second).statusCode(403);
        move(Tokens.vendor("partner-manager"), customer, UUID.randomUUID())
                .statusCode(400)
                .body("errors[0].field", equalTo("partnerId"));
        move(Tokens.vendor("partner-manager"), customer, first).statusCode(409);
        move(Tokens.vendor("partner-manager"), UUID.randomUUID(), second).statusCode(404);
        move(Tokens.vendor("partner-manager"), customer, second)
                .statusCode(200)
                .body("partnerOfRecord", equalTo(second.toString()))
                .body("moves[0].fromPartnerId", equalTo(first.toString()))
                .body("moves[0].cause", equalTo("MOVED"));

        assertEquals(1, network.count("select count(*) from audit_record where object_id = ?", customer));
        Api.partner(first).get("/v1/customers/{id}", customer).then().statusCode(404);
        Api.partner(second)
                .get("/v1/customers/{id}", customer)
                .then()
                .statusCode(200)
                .body("moves", nullValue());
        UUID next = Api.capture(Api.leadIn("AW", ", \"customerId\": \"" + customer + "\""));
        assertEquals(second, Api.id(Api.awaitOffer(next, 1), "partnerId"));
        KafkaProbe.awaitEvent(
                "leadrouting.customer",
                "org.ninetyten.leadrouting.customer.partnerofrecordchanged.v1",
                data -> data.path("customerId").asText().equals(customer.toString())
                        && data.path("toPartnerId").asText().equals(second.toString()));
    }

    @Test
    void aCustomerAsksOnceAndAPartnerManagerDecidesOnce() {
        network.partnerIn("BS");
        UUID customer = customerOf(Api.accepted(Api.leadIn("BS")));
        UUID wanted = network.partnerIn("BS");
        String body = "{\"partnerId\": \"" + wanted + "\", \"why\": \"We have moved.\"}";

        Api.website()
                .body("{}")
                .post("/v1/customers/{id}/change-requests", customer)
                .then()
                .statusCode(400);
        Api.website()
                .body(body)
                .post("/v1/customers/{id}/change-requests", UUID.randomUUID())
                .then()
                .statusCode(404);
        Api.partner(wanted)
                .body(body)
                .post("/v1/customers/{id}/change-requests", customer)
                .then()
                .statusCode(403);
        String request = Api.website()
                .body(body)
                .post("/v1/customers/{id}/change-requests", customer)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        Api.website()
                .body(body)
                .post("/v1/customers/{id}/change-requests", customer)
                .then()
                .statusCode(409);
        Api.desk()
                .queryParam("state", "OPEN")
                .queryParam("limit", 200)
                .get("/v1/change-requests")
                .then()
                .body("items.id", hasItem(request));

        Api.as(Tokens.vendor("partner-manager"))
                .body(body)
                .post("/v1/change-requests/{id}/grant", request)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"));
        Api.as(Tokens.vendor("partner-manager"))
                .body("{\"why\": \"No.\"}")
                .post("/v1/change-requests/{id}/refuse", request)
                .then()
                .statusCode(409)
                .body("code", equalTo("illegal-state"));
        Api.desk()
                .get("/v1/customers/{id}", customer)
                .then()
                .body("partnerOfRecord", equalTo(wanted.toString()))
                .body("moves[0].cause", equalTo("CUSTOMERS_WISH"));
        Api.desk()
                .queryParam("state", "OPEN")
                .queryParam("limit", 200)
                .get("/v1/change-requests")
                .then()
                .body("items.id", not(hasItem(request)));
    }

    @Test
    void aPartnerThatIsOutForTooLongLosesItsCustomersAndOneThatComesBackDoesNot() {
        UUID partner = network.partnerIn("BB");
        UUID customer = customerOf(Api.accepted(Api.leadIn("BB")));
        network.keep(partner, "BB", PartnerStatus.SUSPENDED, Tier.BUSINESS, 10);
        lapse.lapseDue();
        assertEquals(partner.toString(), partnerOf(customer));

        network.keep(partner, "BB", PartnerStatus.ACTIVE, Tier.BUSINESS, 10);
        outSince(partner, Duration.ofDays(40));
        lapse.lapseDue();
        assertEquals(partner.toString(), partnerOf(customer));
        assertEquals(0, network.count("select count(*) from partner_out where partner_id = ?", partner));

        network.keep(partner, "BB", PartnerStatus.TERMINATED, Tier.BUSINESS, 10);
        lapse.lapseDue();
        outSince(partner, Duration.ofDays(29));
        lapse.lapseDue();
        assertEquals(partner.toString(), partnerOf(customer));
        outSince(partner, Duration.ofDays(30));
        lapse.lapseDue();

        Api.desk()
                .get("/v1/customers/{id}", customer)
                .then()
                .body("partnerOfRecord", nullValue())
                .body("moves", hasSize(1))
                .body("moves[0].cause", equalTo("LAPSED"));
    }

    private void outSince(UUID partner, Duration ago) {
        database.update(
                "update partner_out set since = ? where partner_id = ?",
                MutableClock.now().minus(ago),
                partner);
    }

    private static UUID customerOf(UUID lead) {
        return UUID.fromString(Api.lead(lead).getString("customerId"));
    }

    private static String partnerOf(UUID customer) {
        return Api.desk().get("/v1/customers/{id}", customer).path("partnerOfRecord");
    }

    private static ValidatableResponse move(String token, UUID customer, UUID partner) {
        return Api.as(token)
                .body("{\"partnerId\": \"" + partner + "\", \"why\": \"The customer has moved.\"}")
                .post("/v1/customers/{id}/partner-of-record", customer)
                .then();
    }
}
