package org.ninetyten.leadrouting.lead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.Network;
import org.ninetyten.leadrouting.database.Database;

@QuarkusTest
class CaptureTogetherTest {

    private static final int AT_ONCE = 200;

    @Inject
    Network network;

    @Inject
    Database database;

    @Test
    void leadsThatArriveAtOnceShareTransactionsAndEachIsThereWithItsOwnEventWhenItIsAnswered() throws Exception {
        List<Response> answers = send(number -> Api.website()
                .header("X-Correlation-Id", "together-" + number)
                .body(Api.leadIn("VU"))
                .post("/v1/leads"));

        Set<UUID> leads = new HashSet<>();
        for (int number = 0; number < AT_ONCE; number++) {
            Response answer = answers.get(number);
            assertEquals(201, answer.statusCode(), answer.asString());
            UUID lead = UUID.fromString(answer.path("id"));
            leads.add(lead);
            assertEquals(
                    "together-" + number,
                    database.first("select correlation_id from lead where id = ?", row -> row.getString(1), lead)
                            .orElseThrow());
        }
        assertEquals(AT_ONCE, leads.size());
        // The instant at which a transaction took its leads in is the same for all of them; the test's clock stands
        // still,
        // so the transactions are told apart by the database.
        long transactions = network.count(
                "select count(distinct xmin::text) from lead_key where lead_id = any(?)",
                Database.array("uuid", leads));
        assertTrue(transactions < AT_ONCE, AT_ONCE + " leads took " + transactions + " transactions");
    }

    @Test
    void whatIsWrongWithOneLeadIsNotTheFaultOfThoseThatShareItsTransaction() throws Exception {
        List<Response> answers = send(number -> Api.website()
                .body(Api.leadIn("VU", number % 10 == 0 ? ", \"customerId\": \"" + UUID.randomUUID() + "\"" : ""))
                .post("/v1/leads"));

        for (int number = 0; number < AT_ONCE; number++) {
            Response answer = answers.get(number);
            assertEquals(number % 10 == 0 ? 400 : 201, answer.statusCode(), answer.asString());
        }
    }

    @Test
    void theSameLeadSentManyTimesAtOnceIsOne() throws Exception {
        String body = Api.leadIn("VU", ", \"externalId\": \"" + UUID.randomUUID() + "\"");
        List<Response> answers = send(number -> Api.website().body(body).post("/v1/leads"));

        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(
                AT_ONCE - 1,
                answers.stream().filter(answer -> answer.statusCode() == 200).count());
        assertEquals(
                1, answers.stream().map(answer -> answer.path("id")).distinct().count());
    }

    private static List<Response> send(IntFunction<Response> request) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Response> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Response>> sent = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                int mine = number;
                sent.add(senders.submit(() -> {
                    start.await();
                    return request.apply(mine);
                }));
            }
            start.countDown();
            for (Future<Response> one : sent) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
