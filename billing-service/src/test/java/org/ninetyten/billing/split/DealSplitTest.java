package org.ninetyten.billing.split;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitAllBefore;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.changeTier;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.implementation;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.line;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.database.Database;
import org.ninetyten.billing.partner.KeepTier;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierChange;
import org.ninetyten.billing.plan.IncomePoint;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class DealSplitTest {

    private static final String SPLIT_POSTED = "org.ninetyten.billing.split.posted.v1";

    @Inject
    Database database;

    @Inject
    PostSplit post;

    @Inject
    KeepTier keepTier;

    @Test
    void aWonDealIsSplitPostedAndPublished() {
        UUID deal = id();
        UUID partner = id();
        close(wonDeal(deal, partner, "2026-11-23", licence(100_000), implementation(900_000)));

        awaitSplit(deal)
                .body("totalMinor", equalTo(1_000_000))
                .body("partnerMinor", equalTo(940_000))
                .body("vendorMinor", equalTo(60_000))
                .body("revision", equalTo(1))
                .body("tier", equalTo("BUSINESS"))
                .body("lines.partnerMinor", contains(40_000, 900_000))
                .body("lines[0].trace.rule", equalTo("licence-business"))
                .body("lines[0].trace.tierSource", equalTo("PARTNER_NOT_KNOWN"))
                .body("lines[0].trace.inputs.taxMinor", equalTo(20_000))
                .body("ninetyTen.passes", equalTo(true))
                .body("journalEntryId", notNullValue());
        // The vendor billed the licence and owes 400.00; the partner billed its own work and owes nothing of it.
        asFinance("/v1/partners/{id}/balances", partner)
                .statusCode(200)
                .body("balances", hasSize(1))
                .body("balances[0].currency", equalTo("EUR"))
                .body("balances[0].payableMinor", equalTo(40_000))
                .body("balances[0].receivableMinor", equalTo(0))
                .body("balances[0].earnedDirectlyMinor", equalTo(900_000));
        KafkaProbe.Seen event = KafkaProbe.awaitEvent(
                "billing.split",
                SPLIT_POSTED,
                data -> data.path("dealId").asText().equals(deal.toString()));
        assertEquals(deal.toString(), event.key());
        assertEquals(940_000, event.data().path("partnerMinor").asLong());
        Contracts.check(Contracts.ownSchema("split.posted.v1"), event.json());
    }

    @Test
    void theProducersExampleIsUnderstood() {
        UUID deal = UUID.fromString("0199f1d3-1c00-7c3e-9b41-5a0c6a8e5001");
        KafkaProbe.send(
                "leadrouting.deal",
                deal.toString(),
                Billing.DEAL_CLOSED,
                Contracts.producerExample("lead-routing-service", "deal.closed.v1"));

        awaitSplit(deal)
                .body("dealId", equalTo(deal.toString()))
                .body("lines.size()", greaterThanOrEqualTo(1))
                .body("ninetyTen.passes", notNullValue());
    }

    @Test
    void theTierOfTheProducersExampleIsKept() {
        KafkaProbe.send(
                "partner.partner",
                "any",
                "org.ninetyten.partner.partner.tierchanged.v1",
                Contracts.producerExample("partner-service", "partner.tierchanged.v1"));

        eventually()
                .until(() -> database.first(
                                "select 1 from tier_change where partner_id = ?::uuid",
                                row -> true,
                                "01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40")
                        .isPresent());
    }

    @Test
    void aDealThatArrivesTwiceIsPostedOnce() {
        UUID deal = id();
        UUID partner = id();
        Map<String, Object> closed = wonDeal(deal, partner, "2026-11-23", licence(100_000));
        UUID event = close(closed);
        KafkaProbe.send("leadrouting.deal", deal.toString(), Billing.DEAL_CLOSED, closed, event);
        // The same deal in another event: the inbox lets it pass, the deal's own key doesn't.
        close(closed);
        awaitAllBefore(deal);

        assertEquals(
                1,
                database.query("select 1 from journal_entry where reference = ?", row -> true, deal)
                        .size());
        asFinance("/v1/partners/{id}/balances", partner).body("balances[0].payableMinor", equalTo(40_000));
    }

    @Test
    void aDealPostedByManyAtOnceIsPostedOnce() {
        WonDeal deal = new WonDeal(
                id(),
                id(),
                null,
                Sale.FIRST,
                Currency.getInstance("EUR"),
                LocalDate.parse("2026-11-23"),
                List.of(new DealLine(id(), IncomePoint.LICENCE, 1, 500, 500, 0, Party.VENDOR, Party.VENDOR)));
        List<CompletableFuture<Boolean>> attempts = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return post.handle(deal);
                    } catch (RuntimeException lostTheRace) {
                        return false;
                    }
                }))
                .limit(8)
                .toList();

        assertEquals(1, attempts.stream().filter(CompletableFuture::join).count());
        assertEquals(
                1,
                database.query("select 1 from journal_entry where reference = ?", row -> true, deal.dealId())
                        .size());
    }

    @Test
    void aLostDealIsCountedAndNotSplit() {
        UUID deal = id();
        Map<String, Object> lost = wonDeal(deal, id(), "2026-11-23", licence(100_000));
        lost.put("outcome", "LOST");
        close(lost);
        awaitAllBefore(deal);

        asFinance("/v1/deals/{id}/split", deal).statusCode(404).body("code", equalTo("not-found"));
        String metrics = RestAssured.get("/q/metrics").asString();
        assertTrue(metrics.lines()
                .anyMatch(line ->
                        line.startsWith("ninetyten_billing_deals_total{outcome=\"lost\"") && !line.endsWith(" 0.0")));
    }

    @Test
    void aDealWhoseFiguresDisagreeBecomesADeadLetter() {
        UUID deal = id();
        Map<String, Object> wrong = wonDeal(deal, id(), "2026-11-23", licence(100_000));
        wrong.put("totalMinor", 100_001);
        close(wrong);

        KafkaProbe.Seen letter = KafkaProbe.awaitEvent(
                "leadrouting.deal.billing-service.dlt",
                Billing.DEAL_CLOSED,
                data -> data.path("dealId").asText().equals(deal.toString()));
        assertTrue(letter.headers().get("dead-letter-reason").contains("its lines say 100000 and 100000"));
        asFinance("/v1/deals/{id}/split", deal).statusCode(404);
    }

    @Test
    void aLicenceAloneFailsNinetyTenAndTheAnswerSaysWhatIsMissing() {
        UUID deal = id();
        close(wonDeal(deal, id(), "2026-11-23", licence(100_000), implementation(899_900)));
        awaitSplit(deal);

        asFinance("/v1/deals/{id}/ninety-ten", deal)
                .statusCode(200)
                .body("passes", equalTo(false))
                .body("missingServicesMinor", equalTo(100))
                .body("shareBasisPoints", equalTo(1001))
                .body("suggestions", contains("DATA_MIGRATION", "INTEGRATION", "TRAINING"));
    }

    @Test
    void theTierOfTheInvoiceDateCountsAndNotTodays() {
        UUID partner = id();
        changeTier(partner, 1, "BUSINESS", "2026-01-01");
        changeTier(partner, 2, "GOLD", "2026-04-01");
        awaitTiers(partner, 2);
        UUID march = id();
        UUID april = id();
        close(wonDeal(march, partner, "2026-03-31", licence(100_000)));
        close(wonDeal(april, partner, "2026-04-01", licence(100_000)));

        awaitSplit(march)
                .body("tier", equalTo("BUSINESS"))
                .body("partnerMinor", equalTo(40_000))
                .body("lines[0].trace.tierSource", equalTo("HISTORY"))
                .body("lines[0].trace.tierFrom", equalTo("2026-01-01"));
        awaitSplit(april).body("tier", equalTo("GOLD")).body("partnerMinor", equalTo(50_000));
    }

    @Test
    void aTierThatArrivesLateCorrectsWhatWasSplitWithoutIt() {
        UUID partner = id();
        UUID before = id();
        UUID after = id();
        close(wonDeal(before, partner, "2026-03-31", licence(100_000), implementation(1_000)));
        close(wonDeal(after, partner, "2026-04-02", licence(100_000)));
        awaitSplit(before);
        awaitSplit(after);

        changeTier(partner, 7, "CERTIFIED", "2026-04-01");

        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", after).extract().<Integer>path("revision") == 2);
        asFinance("/v1/deals/{id}/split", after)
                .body("tier", equalTo("CERTIFIED"))
                .body("partnerMinor", equalTo(45_000))
                .body("correctionReason", containsString("CERTIFIED, not BUSINESS"));
        asFinance("/v1/deals/{id}/split", before).body("revision", equalTo(1));
        asFinance("/v1/partners/{id}/balances", partner).body("balances[0].payableMinor", equalTo(85_000));
        KafkaProbe.Seen event = KafkaProbe.awaitEvent(
                "billing.split",
                SPLIT_POSTED,
                data -> data.path("dealId").asText().equals(after.toString())
                        && data.path("revision").asInt() == 2);
        Contracts.check(Contracts.ownSchema("split.posted.v1"), event.json());
        assertEquals(45_000, event.data().path("partnerMinor").asLong());

        // Further changes, also older ones, correct again from the split as it stands.
        changeTier(partner, 8, "GOLD", "2026-03-01");
        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", before).extract().<Integer>path("revision") == 2);
        asFinance("/v1/partners/{id}/balances", partner).body("balances[0].payableMinor", equalTo(95_000));
        asFinance("/v1/deals/{id}/split", after).body("revision", equalTo(2));
    }

    @Test
    void aTierThatArrivesWhileADealIsBeingSplitIsNeverMissed() {
        for (int i = 0; i < 30; i++) {
            WonDeal deal = new WonDeal(
                    id(),
                    id(),
                    null,
                    Sale.FIRST,
                    Currency.getInstance("EUR"),
                    LocalDate.parse("2026-11-23"),
                    List.of(new DealLine(id(), IncomePoint.LICENCE, 1, 500, 500, 0, Party.VENDOR, Party.VENDOR)));
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> post.handle(deal)),
                            CompletableFuture.runAsync(() -> keepTier.handle(
                                    new TierChange(deal.partnerId(), 1, Tier.GOLD, LocalDate.parse("2026-11-01"), 1))))
                    .join();

            asFinance("/v1/deals/{id}/split", deal.dealId())
                    .body("tier", equalTo("GOLD"))
                    .body("partnerMinor", equalTo(250));
            asFinance("/v1/partners/{id}/balances", deal.partnerId()).body("balances[0].payableMinor", equalTo(250));
        }
    }

    @Test
    void aPartnerThatBillsTheCustomerOwesTheVendorItsPart() {
        UUID deal = id();
        UUID partner = id();
        close(wonDeal(
                deal,
                partner,
                "2026-11-23",
                line("LICENCE", 100_000, "VENDOR", "PARTNER"),
                line("TRAINING", 30_000, "VENDOR", "PARTNER")));

        awaitSplit(deal)
                .body("lines[1].trace.reason", equalTo("PERFORMED_BY_VENDOR"))
                .body("lines[0].trace.reason", nullValue());
        asFinance("/v1/partners/{id}/balances", partner)
                .body("balances[0].payableMinor", equalTo(0))
                .body("balances[0].receivableMinor", equalTo(90_000))
                .body("balances[0].earnedDirectlyMinor", equalTo(40_000));
    }

    @Test
    void aPartnerSeesItsOwnSplitsAndNobodyElses() {
        UUID deal = id();
        UUID partner = id();
        close(wonDeal(deal, partner, "2026-11-23", licence(100_000)));
        awaitSplit(deal);

        for (String path : List.of("/v1/deals/{id}/split", "/v1/deals/{id}/ninety-ten")) {
            for (String role : List.of("finance", "finance-approver", "executive", "admin")) {
                get(Tokens.vendor(role), path, deal).statusCode(200);
            }
            get(Tokens.partner(partner), path, deal).statusCode(200);
            get(Tokens.partnerMember(partner), path, deal).statusCode(200);
            get(Tokens.partner(id()), path, deal).statusCode(404).body("code", equalTo("not-found"));
            get(Tokens.vendor("marketing"), path, deal).statusCode(403).body("code", equalTo("forbidden"));
            get(Tokens.client("website"), path, deal).statusCode(403);
            RestAssured.get(path, deal).then().statusCode(401);
            asFinance(path, "no-uuid").statusCode(404);
        }
    }

    @Test
    void theReportSumsTheSplitsOfAPeriodAsTheyStand() {
        UUID partner = id();
        UUID first = id();
        UUID second = id();
        Map<String, Object> inYen = wonDeal(first, partner, "2019-05-01", licence(1_000));
        inYen.put("currency", "JPY");
        close(inYen);
        Map<String, Object> more = wonDeal(second, partner, "2019-05-31", licence(100), implementation(900));
        more.put("currency", "JPY");
        close(more);
        awaitSplit(first);
        awaitSplit(second);
        changeTier(partner, 1, "GOLD", "2019-05-31");
        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", second).extract().<Integer>path("revision") == 2);

        asFinance("/v1/reports/splits?from=2019-05-01&to=2019-05-31")
                .statusCode(200)
                .body("totals", hasSize(1))
                .body("totals[0].currency", equalTo("JPY"))
                .body("totals[0].count", equalTo(2))
                .body("totals[0].licenceMinor", equalTo(1_100))
                .body("totals[0].totalMinor", equalTo(2_000))
                .body("totals[0].partnerMinor", equalTo(400 + 50 + 900))
                .body("totals[0].vendorMinor", equalTo(600 + 50))
                .body("totals[0].ninetyTenPassing", equalTo(1));
        asFinance("/v1/reports/splits?from=2019-05-02&to=2019-05-30").body("totals", hasSize(0));
    }

    @Test
    void theReportIsForFinanceAndRefusesPeriodsThatAreNone() {
        get(Tokens.partner(id()), "/v1/reports/splits").statusCode(403);
        get(Tokens.vendor("sales-desk"), "/v1/reports/splits").statusCode(403);
        asFinance("/v1/reports/splits?from=2026-02-01&to=2026-01-01")
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("to"));
        asFinance("/v1/reports/splits?from=+999999999-01-01").statusCode(400);
        asFinance("/v1/reports/splits?from=yesterday").statusCode(400);
    }

    @Test
    void thePlansAreOpenToFinanceAndPartners() {
        for (String token : List.of(Tokens.vendor("finance"), Tokens.partner(id()))) {
            get(token, "/v1/split-plans")
                    .statusCode(200)
                    .body("version", hasItem(1))
                    .body("find { it.version == 1 }.rules.size()", equalTo(6))
                    .body(
                            "find { it.version == 1 }.rules.find { it.code == 'licence-certified' }.partnerBasisPoints",
                            equalTo(4500))
                    .body("find { it.version == 1 }.licenceLimitBasisPoints", equalTo(1000));
        }
        get(Tokens.vendor("examiner"), "/v1/split-plans").statusCode(403);
    }

    private void awaitTiers(UUID partner, int count) {
        eventually()
                .until(() -> database.query("select 1 from tier_change where partner_id = ?", row -> true, partner)
                                .size()
                        == count);
    }
}
