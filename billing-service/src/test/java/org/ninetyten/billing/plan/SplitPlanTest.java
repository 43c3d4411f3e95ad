package org.ninetyten.billing.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.changeTier;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.implementation;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.Contracts;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

@QuarkusTest
class SplitPlanTest {

    /** Each test has a year of its own far ahead, so that no other test's deals are split by its plans. */
    private static final AtomicInteger YEAR = new AtomicInteger(2100);

    @Inject
    Database database;

    @Test
    void aVersionIsWrittenSplitsWhatIsSoldUnderItAndIsAudited() {
        int year = YEAR.incrementAndGet();
        int version = write(plan(year)).statusCode(201).extract().path("version");
        UUID partner = id();
        UUID before = id();
        UUID after = id();
        close(wonDeal(before, partner, (year - 1) + "-12-31", licence(3_000_000)));
        close(wonDeal(after, partner, year + "-01-01", licence(3_000_000), implementation(100)));

        awaitSplit(before).body("partnerMinor", equalTo(1_200_000));
        awaitSplit(after)
                .body("planVersion", equalTo(version))
                .body("lines[0].partnerMinor", equalTo(400_000 + 1_000_000))
                .body("lines[0].trace.bands.mode", equalTo("MARGINAL"))
                .body("lines[0].trace.bands.parts.amountMinor", contains(1_000_000, 2_000_000))
                .body("lines[1].trace.rule", equalTo("service-by-partner"));
        asFinance("/v1/audit-records?object=split-plan/{version}", version)
                .body("items", hasSize(1))
                .body("items[0].who", notNullValue())
                .body("items[0].what", equalTo("split-plan.written"))
                .body("items[0].why", equalTo("A test says so."))
                .body("items[0].before.version", equalTo(1))
                .body("items[0].after.version", equalTo(version));
        get(Tokens.partner(partner), "/v1/split-plans/{version}", version)
                .statusCode(200)
                .body("rules", hasSize(3))
                .body("why", nullValue());
        takeBackLater(year);
    }

    @Test
    void whatAPartnerMayGetOfACustomerInAYearIsCapped() {
        int year = YEAR.incrementAndGet();
        Map<String, Object> plan = plan(year);
        rules(plan).getFirst().put("caps", List.of(Map.of("scope", "PARTNER", "period", "YEAR", "limitMinor", 1_000)));
        write(plan).statusCode(201);
        UUID partner = id();
        UUID first = id();
        UUID second = id();
        UUID third = id();
        close(wonDeal(first, partner, year + "-01-05", licence(2_000)), partner);
        close(wonDeal(second, partner, year + "-02-05", licence(2_000)), partner);
        close(wonDeal(third, partner, year + "-03-05", licence(2_000)), partner);

        awaitSplit(third)
                .body("partnerMinor", equalTo(0))
                .body("lines[0].trace.reason", equalTo("CAP_IS_USED_UP"))
                .body("lines[0].trace.caps[0].usedBeforeMinor", equalTo(1_000));
        awaitSplit(first).body("partnerMinor", equalTo(800));
        awaitSplit(second).body("partnerMinor", equalTo(200));
        // A correction of the first deal under another tier finds its own share of the cap free.
        changeTier(partner, 1, "GOLD", year + "-01-01");
        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", first).extract().<Integer>path("revision") == 2);
        assertEquals(
                1_000,
                database.first(
                                "select sum(used_minor) as used from cap_use where holder_id = ?",
                                row -> row.getInt("used"),
                                partner)
                        .orElseThrow());
        takeBackLater(year);
    }

    @Test
    void aRegionThatIsHeardOfLateCorrectsTheSplit() {
        int year = YEAR.incrementAndGet();
        Map<String, Object> plan = plan(year);
        Map<String, Object> cis =
                new LinkedHashMap<>(Map.of("code", "licence-cis", "kind", "LICENCE", "region", "CIS"));
        cis.put("partnerBasisPoints", 6_000);
        rules(plan).addFirst(cis);
        write(plan).statusCode(201);
        UUID partner = UUID.fromString("01994d3a-7c00-7b21-9f3e-5a0c6d1e2f40");
        UUID deal = id();
        close(wonDeal(deal, partner, year + "-05-05", licence(1_000)));
        awaitSplit(deal);
        KafkaProbe.send(
                "partner.partner",
                partner.toString(),
                "org.ninetyten.partner.partner.onboarded.v1",
                Contracts.producerExample("partner-service", "partner.onboarded.v1"));

        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", deal).extract().<Integer>path("partnerMinor") == 600);
        asFinance("/v1/deals/{id}/split", deal)
                .body("lines[0].trace.region", equalTo("CIS"))
                .body("lines[0].trace.rule", equalTo("licence-cis"));
        takeBackLater(year);
    }

    @Test
    void overlappingVersionsAreRefused() {
        int year = YEAR.incrementAndGet();
        write(plan(year)).statusCode(201);

        write(plan(year))
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("detail", containsString("valid from " + year + "-01-01 already"))
                .body("errors[0].field", equalTo("validFrom"));
        takeBackLater(year);
    }

    @Test
    void aVersionThatHasNotBegunIsTakenBackOnce() {
        int year = YEAR.incrementAndGet();
        int version = write(plan(year)).extract().path("version");

        withdraw(version, "finance").statusCode(200).body("withdrawnWhy", equalTo("A test says so."));
        withdraw(version, "finance").statusCode(409);
        withdraw(1, "finance").statusCode(409).body("detail", containsString("valid since 2000-01-01"));
        withdraw(999_999, "finance").statusCode(404);
        withdraw(version, "executive").statusCode(403);
        // Its day is free again.
        write(plan(year)).statusCode(201);
        takeBackLater(year);
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        int year = YEAR.incrementAndGet();
        Map<String, Object> gap = plan(year);
        rules(gap)
                .getFirst()
                .put(
                        "bands",
                        List.of(
                                Map.of("fromMinor", 0, "toMinor", 1_000, "partnerBasisPoints", 4_000),
                                Map.of("fromMinor", 2_000, "partnerBasisPoints", 5_000)));
        write(gap)
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("rules[0].bands[1].fromMinor"))
                .body("errors[0].reason", equalTo("leaves amounts from 1000 to 2000 without a share"));

        Map<String, Object> without = plan(year);
        rules(without).removeLast();
        write(without)
                .statusCode(400)
                .body("errors[0].field", equalTo("rules"))
                .body("errors[0].reason", containsString("performed by the VENDOR"));

        Map<String, Object> past = plan(year);
        past.put("validFrom", "2026-01-01");
        write(past).statusCode(400).body("errors[0].field", equalTo("validFrom"));

        Map<String, Object> gold = plan(year);
        terms(gold).put("currency", "XAU");
        write(gold).statusCode(400).body("errors[0].field", equalTo("terms.currency"));
        terms(gold).put("currency", "ZZZ");
        write(gold).statusCode(400).body("errors[0].field", equalTo("terms.currency"));

        Map<String, Object> unknown = plan(year);
        unknown.put("colour", "blue");
        write(unknown).statusCode(400).body("errors[0].field", equalTo("colour"));

        Map<String, Object> fraction = plan(year);
        rules(fraction).get(1).put("partnerBasisPoints", 10.5);
        write(fraction).statusCode(400).body("errors[0].field", equalTo("rules[1].partnerBasisPoints"));

        Map<String, Object> both = plan(year);
        rules(both).getFirst().put("partnerBasisPoints", 1);
        write(both).statusCode(400).body("errors[0].reason", equalTo("has either partnerBasisPoints or bands"));

        Map<String, Object> fee = plan(year);
        rules(fee).get(2).put("platformFeeBasisPoints", 1);
        write(fee).statusCode(400).body("errors[0].field", equalTo("rules[2].platformFeeBasisPoints"));
    }

    @Test
    void onlyFinanceWrites() {
        int year = YEAR.incrementAndGet();
        for (String role : List.of("finance-approver", "executive", "partner-manager")) {
            post(role, "/v1/split-plans", plan(year), null).statusCode(403);
        }
        given().auth()
                .oauth2(Tokens.partner(id()))
                .contentType("application/json")
                .body(plan(year))
                .post("/v1/split-plans")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameRequestAgainIsTheSameVersion() {
        int year = YEAR.incrementAndGet();
        String key = id().toString();
        Map<String, Object> plan = plan(year);
        int version = post("finance", "/v1/split-plans", plan, key)
                .statusCode(201)
                .extract()
                .path("version");

        post("finance", "/v1/split-plans", plan, key).statusCode(201).body("version", equalTo(version));
        takeBackLater(year);
    }

    @Test
    void twoVersionsAreComparedFieldByField() {
        int year = YEAR.incrementAndGet();
        int version = write(plan(year)).extract().path("version");

        asFinance("/v1/split-plans/{version}/diff?against=1", version)
                .statusCode(200)
                .body("changes.find { it.field == 'terms.holdDays' }.before", equalTo(30))
                .body("changes.find { it.field == 'terms.holdDays' }.after", equalTo(14))
                .body("changes.field", hasItem("rules.licence-gold.code"))
                .body("changes.find { it.field == 'rules.licence-gold.code' }.after", nullValue());
        asFinance("/v1/split-plans/{version}/diff?against={version}", version, version)
                .body("changes", hasSize(0));
        asFinance("/v1/split-plans/{version}/diff", version).statusCode(400);
        asFinance("/v1/split-plans/{version}/diff?against=999999", version).statusCode(404);
        takeBackLater(year);
    }

    @Test
    void aPlanIsPreviewedOnAnEstimateBeforeItIsWritten() {
        Map<String, Object> plan = plan(2099);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put(
                "draft",
                Map.of("terms", plan.get("terms"), "rules", plan.get("rules"), "suggestions", plan.get("suggestions")));
        request.put("tier", "BUSINESS");
        request.put("currency", "EUR");
        request.put("invoiceDate", "2026-12-01");
        request.put(
                "lines",
                List.of(
                        estimateLine("LICENCE", 3_000_000, "VENDOR"),
                        estimateLine("IMPLEMENTATION", 26_999_999, "PARTNER")));

        post("executive", "/v1/split-plans/preview", request, null)
                .statusCode(200)
                .body("planVersion", equalTo(0))
                .body("validPlanVersion", equalTo(1))
                .body("lines[0].partnerMinor", equalTo(1_400_000))
                .body("lines[0].validPartnerMinor", equalTo(1_200_000))
                .body("differenceMinor", equalTo(200_000))
                .body("ninetyTen.passes", equalTo(false))
                .body("ninetyTen.missingServicesMinor", equalTo(1));

        request.put("currency", "ZZZ");
        post("finance", "/v1/split-plans/preview", request, null)
                .statusCode(400)
                .body("errors[0].field", equalTo("currency"));
        request.put("currency", "XPF");
        post("finance", "/v1/split-plans/preview", request, null)
                .statusCode(400)
                .body("errors[0].reason", containsString("no exchange rate from XPF to EUR"));
        request.remove("tier");
        post("finance", "/v1/split-plans/preview", request, null)
                .statusCode(400)
                .body("errors[0].field", equalTo("tier"));
    }

    @Test
    void aPlanIsPreviewedOnAMonthsDeals() {
        UUID partner = id();
        UUID deal = id();
        close(wonDeal(deal, partner, "2018-07-09", licence(3_000_000)));
        close(wonDeal(id(), partner, "2018-07-31", implementation(100)), deal);
        UUID last = id();
        close(wonDeal(last, partner, "2018-08-01", licence(3_000_000)), deal);
        awaitSplit(last);
        Map<String, Object> plan = plan(2099);

        post(
                        "finance",
                        "/v1/split-plans/preview/month",
                        Map.of(
                                "month",
                                "2018-07",
                                "draft",
                                Map.of(
                                        "terms",
                                        plan.get("terms"),
                                        "rules",
                                        plan.get("rules"),
                                        "suggestions",
                                        plan.get("suggestions"))),
                        null)
                .statusCode(200)
                .body("deals", equalTo(2))
                .body("changed", equalTo(1))
                .body("byCurrency[0].partnerMinor", equalTo(1_200_100))
                .body("byCurrency[0].partnerUnderMinor", equalTo(1_400_100))
                .body("byTier[0].tier", equalTo("BUSINESS"))
                .body("byRule.find { it.rule == 'licence' }.partnerUnderMinor", equalTo(1_400_000))
                .body("mostChanged[0].dealId", equalTo(deal.toString()));
        post("finance", "/v1/split-plans/preview/month", Map.of("version", 1, "month", "2018-07"), null)
                .body("changed", equalTo(0))
                .body("deals", greaterThan(1));
        post("finance", "/v1/split-plans/preview/month", Map.of("month", "2018-07"), null)
                .statusCode(400);
        post("finance", "/v1/split-plans/preview/month", Map.of("version", 1, "month", "July"), null)
                .statusCode(400);
    }

    private static Map<String, Object> estimateLine(String point, long net, String by) {
        return Map.of("incomePoint", point, "netMinor", net, "performer", by, "billedBy", by);
    }

    private static Map<String, Object> plan(int year) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("name", "Of a test");
        plan.put("validFrom", year + "-01-01");
        plan.put("why", "A test says so.");
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("currency", "EUR");
        terms.put("licenceLimitBasisPoints", 1000);
        terms.put("suggestionLimit", 3);
        terms.put("holdDays", 14);
        terms.put("clawBackMonths", 12);
        terms.put("recoveryLimitBasisPoints", 5000);
        terms.put("fraudHoldDays", 14);
        terms.put("servicesAlarmBasisPoints", 20000);
        terms.put("rateMaxAgeDays", 10);
        terms.put("secondServiceMonths", 12);
        plan.put("terms", terms);
        List<Map<String, Object>> rules = new ArrayList<>();
        Map<String, Object> licence = new LinkedHashMap<>();
        licence.put("code", "licence");
        licence.put("kind", "LICENCE");
        licence.put("bandMode", "MARGINAL");
        licence.put(
                "bands",
                List.of(
                        Map.of("fromMinor", 0, "toMinor", 1_000_000, "partnerBasisPoints", 4_000),
                        Map.of("fromMinor", 1_000_000, "partnerBasisPoints", 5_000)));
        rules.add(licence);
        rules.add(new LinkedHashMap<>(Map.of(
                "code",
                "service-by-partner",
                "kind",
                "SERVICE",
                "performer",
                "PARTNER",
                "partnerBasisPoints",
                10_000)));
        rules.add(new LinkedHashMap<>(Map.of("code", "service-by-vendor", "kind", "SERVICE", "partnerBasisPoints", 0)));
        plan.put("rules", rules);
        plan.put("suggestions", List.of("IMPLEMENTATION", "TRAINING"));
        return plan;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules(Map<String, Object> plan) {
        return (List<Map<String, Object>>) plan.get("rules");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> terms(Map<String, Object> plan) {
        return (Map<String, Object>) plan.get("terms");
    }

    private static ValidatableResponse write(Map<String, Object> plan) {
        return post("finance", "/v1/split-plans", plan, null);
    }

    private static ValidatableResponse withdraw(int version, String role) {
        return post(role, "/v1/split-plans/" + version + "/withdraw", Map.of("why", "A test says so."), null);
    }

    /** A plan goes on until the next one: the standard plan comes back the year after. */
    private void takeBackLater(int year) {
        database.query(
                        "select version from split_plan where valid_from = ?::date",
                        row -> row.getInt(1),
                        year + "-01-01")
                .forEach(version -> withdraw(version, "finance"));
    }

    private static ValidatableResponse post(String role, String path, Map<String, Object> body, String key) {
        var request = given().auth().oauth2(Tokens.vendor(role)).contentType("application/json");
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return request.body(body).post(path).then();
    }
}
