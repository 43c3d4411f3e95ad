package org.ninetyten.leadrouting.deal;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DealRefundTest {

    @Inject
    Network network;

    @Test
    void aDealIsRefundedInPartAndThenWhole() {
        UUID partner = network.partnerIn("SN");
        String deal = won(partner, "SN");
        String licence = line(deal, 0);
        String work = line(deal, 1);

        refund(deal, """
                {"reason": "DEFECT", "note": "Half of the work", "lines": [{"lineId": "%s", "netMinor": 40000}]}
                """.formatted(work))
                .statusCode(201)
                .body("netMinor", equalTo(40_000))
                .body("taxMinor", equalTo(7_600));
        Api.partner(partner)
                .get("/v1/deals/{id}", deal)
                .then()
                .body("status", equalTo("WON"))
                .body("refundedMinor", equalTo(40_000))
                .body("lines[1].refundedNetMinor", equalTo(40_000));

        refund(deal, """
                {"reason": "OTHER", "lines": [{"lineId": "%s", "netMinor": 50001}]}""".formatted(work))
                .statusCode(409)
                .body("code", equalTo("refund-exceeds-line"))
                .body("errors[0].field", equalTo("lines[0].netMinor"));

        String whole = refund(deal, "{\"reason\": \"CUSTOMER_WITHDREW\"}")
                .statusCode(201)
                .extract()
                .path("id");
        Api.partner(partner)
                .get("/v1/deals/{id}", deal)
                .then()
                .body("status", equalTo("REFUNDED"))
                .body("refundedMinor", equalTo(100_000));
        Api.partner(partner)
                .get("/v1/deals/{id}/refunds", deal)
                .then()
                .statusCode(200)
                .body("refunds", hasSize(2))
                .body("refunds.netMinor", contains(40_000, 60_000));
        JsonNode event = KafkaProbe.awaitEvent(
                        "leadrouting.deal",
                        "org.ninetyten.leadrouting.deal.refunded.v1",
                        data -> data.path("refundId").asText().equals(whole))
                .data();
        assertEquals(60_000, event.path("refundedMinor").asLong());
        assertEquals(100_000, event.path("refundedTotalMinor").asLong());
        assertEquals(100_000, event.path("totalMinor").asLong());
        assertEquals(true, event.path("whole").asBoolean());
        assertEquals(licence, event.path("lines").path(0).path("lineId").asText());
        assertEquals(9_500, event.path("lines").path(1).path("taxMinor").asLong());

        refund(deal, "{\"reason\": \"OTHER\"}")
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", hasSize(0));
        assertEquals(2, network.count("select count(*) from audit_record where object_id = ?", UUID.fromString(deal)));
    }

    @Test
    void refundsAtOnceNeverGiveBackMoreThanThereIs() throws Exception {
        UUID partner = network.partnerIn("SL");
        String deal = won(partner, "SL");
        String work = line(deal, 1);
        String body = "{\"reason\": \"GOODWILL\", \"lines\": [{\"lineId\": \"" + work + "\", \"netMinor\": 20000}]}";
        Callable<Integer> one = () -> refund(deal, body).extract().statusCode();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> all =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> one).toList());
            answers = all.stream().map(Future::resultNow).toList();
        }

        assertEquals(4, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(12, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(
                80_000,
                network.count("select sum(net_minor) from deal_refund where deal_id = ?", UUID.fromString(deal)));
    }

    @Test
    void aRefundIsDoneOnceForItsKey() {
        UUID partner = network.partnerIn("TG");
        String deal = won(partner, "TG");
        String body =
                "{\"reason\": \"GOODWILL\", \"lines\": [{\"lineId\": \"" + line(deal, 1) + "\", \"netMinor\": 1}]}";
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            Api.as(Tokens.vendor("finance"))
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/deals/{id}/refunds", deal)
                    .then()
                    .statusCode(201);
        }

        assertEquals(1, network.count("select count(*) from deal_refund where deal_id = ?", UUID.fromString(deal)));
    }

    @Test
    void whatIsNoRefundIsRefused() {
        UUID partner = network.partnerIn("BJ");
        String deal = won(partner, "BJ");
        String line = line(deal, 1);

        refund(deal, "{}").statusCode(400).body("errors.field", hasItem("reason"));
        refund(deal, "{\"reason\": \"BORED\"}").statusCode(400);
        refund(deal, "{\"reason\": \"OTHER\", \"lines\": []}").statusCode(400).body("errors.field", hasItem("lines"));
        refund(deal, "{\"reason\": \"OTHER\", \"lines\": [{\"lineId\": \"" + line + "\", \"netMinor\": 0}]}")
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].netMinor"));
        refund(deal, "{\"reason\": \"OTHER\", \"lines\": [{\"lineId\": \"" + line + "\", \"netMinor\": 1.5}]}")
                .statusCode(400);
        refund(
                        deal,
                        "{\"reason\": \"OTHER\", \"lines\": [{\"lineId\": \"" + UUID.randomUUID()
                                + "\", \"netMinor\": 1}]}")
                .statusCode(400)
                .body("errors.field", hasItem("lines[0].lineId"));
        String twice = "{\"lineId\": \"" + line + "\", \"netMinor\": 1}";
        refund(deal, "{\"reason\": \"OTHER\", \"lines\": [" + twice + "," + twice + "]}")
                .statusCode(400)
                .body("errors.field", hasItem("lines[1].lineId"));
        refund(deal, "{\"reason\": \"OTHER\", \"refundedOn\": \"2030-01-01\"}")
                .statusCode(400)
                .body("errors.field", hasItem("refundedOn"));
        refund(deal, "{\"reason\": \"OTHER\", \"refundedOn\": \"2020-01-01\"}")
                .statusCode(400)
                .body("errors.field", hasItem("refundedOn"));
        refund(deal, "{\"reason\": \"OTHER\", \"unknown\": 1}").statusCode(400);
        refund(UUID.randomUUID().toString(), "{\"reason\": \"OTHER\"}").statusCode(404);
        Api.partner(partner)
                .body("{\"reason\": \"OTHER\"}")
                .post("/v1/deals/{id}/refunds", deal)
                .then()
                .statusCode(403);
        Api.partner(network.partnerIn("GN"))
                .get("/v1/deals/{id}/refunds", deal)
                .then()
                .statusCode(404);
        assertEquals(0, network.count("select count(*) from deal_refund where deal_id = ?", UUID.fromString(deal)));
    }

    @Test
    void aDealThatIsNotWonCannotBeRefunded() {
        UUID partner = network.partnerIn("BF");
        String deal = open(partner, "BF");

        refund(deal, "{\"reason\": \"OTHER\"}")
                .statusCode(409)
                .body("code", equalTo("illegal-state"))
                .body("allowed", hasItem("PROPOSED"));
    }

    private static ValidatableResponse refund(String deal, String body) {
        return Api.as(Tokens.vendor("finance"))
                .body(body)
                .post("/v1/deals/{id}/refunds", deal)
                .then();
    }

    private static String line(String deal, int index) {
        return Api.desk().get("/v1/deals/{id}", deal).path("lines[" + index + "].lineId");
    }

    private static String open(UUID partner, String country) {
        return Api.partner(partner)
                .body("{\"leadId\": \"" + Api.accepted(Api.leadIn(country)) + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String won(UUID partner, String country) {
        String deal = open(partner, country);
        Api.partner(partner)
                .header("If-Match", "*")
                .body("""
                      {"lines": [
                        {"incomePoint": "LICENCE", "quantity": 1, "unitPriceMinor": 10000, "taxBasisPoints": 1900,
                         "performer": "VENDOR", "billedBy": "VENDOR"},
                        {"incomePoint": "IMPLEMENTATION", "quantity": 1, "unitPriceMinor": 90000,
                         "taxBasisPoints": 1900, "performer": "PARTNER", "billedBy": "PARTNER"}]}""")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
        Api.partner(partner)
                .body("{}")
                .post("/v1/deals/{id}/win", deal)
                .then()
                .statusCode(200)
                .body("sale", equalTo("FIRST"))
                .body("sourcing", equalTo("ASSISTED"))
                .body("closedOn", notNullValue())
                .body("timeZone", equalTo("UTC"));
        return deal;
    }
}
