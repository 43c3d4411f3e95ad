package org.ninetyten.billing.statement;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.refunded;
import static org.ninetyten.billing.Billing.wonDeal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.SettableClock;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.RealServers;
import org.ninetyten.testing.Tokens;

/** A year like that of a CRM: thousands of licences of few customers, in one currency of this test's own. */
@QuarkusTest
class MonthsOfDealsTest {

    private static final int DEALS = 2_500;
    private static final int PARTNERS = 40;
    private static final int REFUND_EVERY = 25;
    private static final String CURRENCY = "BGN";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    @Inject
    CloseMonth closeMonth;

    @AfterEach
    void backToToday() {
        SettableClock.reset();
    }

    @Test
    void theSumOfAllStatementsIsTheSumOfThePartnersAccountsOnceAllHoldsAreOver() throws Exception {
        Random random = new Random(90_10);
        List<UUID> partners = Stream.generate(Billing::id).limit(PARTNERS).toList();
        SettableClock.set(Instant.parse("2008-12-31T20:00:00Z"));
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        long won = 0;
        for (int i = 0; i < DEALS; i++) {
            UUID partner = partners.get(random.nextInt(PARTNERS));
            UUID deal = id();
            Billing.Line line = licence((30L + random.nextInt(5_000)) * 100 + random.nextInt(100));
            LocalDate closedOn = LocalDate.parse("2008-03-01").plusDays(random.nextInt(306));
            Map<String, Object> closed = wonDeal(deal, partner, closedOn.toString(), line);
            closed.put("currency", CURRENCY);
            events.add(event(partner, Billing.DEAL_CLOSED, closed));
            won += line.netMinor();
            if (i % REFUND_EVERY == 0) {
                Map<String, Object> refund =
                        refunded(deal, partner, "2008-12-31", line, 1 + random.nextLong(line.netMinor()));
                refund.put("currency", CURRENCY);
                events.add(event(partner, Billing.DEAL_REFUNDED, refund));
            }
        }
        send(events);
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> count("select count(*) from accrual where currency = 'BGN'") >= events.size());
        partners.forEach(Billing::awaitAllBefore);
        assertEquals(won, count("""
                select sum(l.net_minor) from split_line l join split s on s.id = l.split_id where s.currency = 'BGN'"""));
        assertTrue(count("select count(*) from accrual where currency = 'BGN' and state = 'HELD'") > 0);

        // The last hold of November ended yesterday, those of December go on.
        closeWhatIsDue();
        assertEquals(9, months());
        closeByApi("2008-12").statusCode(409);
        assertSumsAgree();
        SettableClock.set(Instant.parse("2009-01-31T12:00:00Z"));
        closeWhatIsDue();
        assertEquals(10, months());
        asFinance("/v1/statements/balances")
                .statusCode(200)
                .body("find { it.currency == 'BGN' }.partners", equalTo(PARTNERS));
        assertSumsAgree();

        assertEquals(0, count("""
                select count(*) from statement_line l join statement s on s.id = l.statement_id
                    join accrual a on a.id = l.accrual_id
                where a.currency = 'BGN' and a.kind = 'SALE' and a.statement_period <> s.period"""));
        assertEquals(0, count("""
                select count(*) from accrual where currency = 'BGN' and statement_id is null
                    and state <> 'REVERSED' and not exists (select from recovery r where r.id = accrual.id)"""));
        asFinance("/v1/ledger/trial-balance")
                .statusCode(200)
                .body("sums.find { it.currency == 'BGN' }.imbalanceMinor", equalTo(0));
        // What the statements say is what the ledger says, without the query that compares them.
        assertEquals(count("""
                        select -sum(p.amount_minor) from posting p join account a on a.id = p.account_id
                        where a.currency = 'BGN' and a.type in ('PARTNER_PAYABLE', 'PARTNER_RECEIVABLE')"""), count("""
                        select sum(closing_minor) - (
                            select coalesce(sum(owed_minor - recovered_minor), 0) from recovery where currency = 'BGN')
                        from (select distinct on (partner_id) * from statement where currency = 'BGN'
                            order by partner_id, issued_at desc, id desc) last"""));
    }

    /** All of a partner under one key, so that they are read in their order. */
    private static ProducerRecord<String, byte[]> event(UUID key, String type, Map<String, Object> data) {
        try {
            var event = new ProducerRecord<>("leadrouting.deal", key.toString(), JSON.writeValueAsBytes(data));
            Map.of("ce_specversion", "1.0", "ce_id", id().toString(), "ce_type", type, "ce_source", "/ninetyten/test")
                    .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** With one producer: a probe's own for each event would take longer than the service. */
    private static void send(List<ProducerRecord<String, byte[]>> events) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", RealServers.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent =
                    events.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static void assertSumsAgree() {
        Map<String, Object> balance =
                asFinance("/v1/statements/balances").statusCode(200).extract().path("find { it.currency == 'BGN' }");
        assertEquals(0, balance.get("differing"));
        assertEquals(
                ((Number) balance.get("accountsMinor")).longValue(),
                ((Number) balance.get("statedMinor")).longValue()
                        + ((Number) balance.get("notStatedMinor")).longValue());
    }

    private void closeWhatIsDue() {
        closeMonth.due().stream()
                .filter(month -> month.getYear() == 2008)
                .forEach(month -> closeByApi(month.toString()).statusCode(200));
    }

    private static ValidatableResponse closeByApi(String month) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .put("/v1/month-closes/{month}", month)
                .then();
    }

    private long months() {
        return count("select count(distinct period) from statement where currency = 'BGN'");
    }

    private long count(String sql) {
        return database.first(sql, row -> row.getLong(1)).orElseThrow();
    }
}
