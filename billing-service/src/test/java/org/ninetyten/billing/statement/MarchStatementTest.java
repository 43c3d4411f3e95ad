package org.ninetyten.billing.statement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
import static org.ninetyten.billing.Billing.changeTier;
import static org.ninetyten.billing.Billing.close;
import static org.ninetyten.billing.Billing.eventually;
import static org.ninetyten.billing.Billing.get;
import static org.ninetyten.billing.Billing.id;
import static org.ninetyten.billing.Billing.licence;
import static org.ninetyten.billing.Billing.wonDeal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.billing.SettableClock;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.Tokens;

/**
 * A deal closed on 31 March 23:59:59 in the partner's zone, a change of tier and of plan on 1 April, the event arriving on
 * 3 April: the March tier, the March plan and the March statement. A second later all are April's.
 */
@QuarkusTest
class MarchStatementTest {

    private static final int MARCH_PLAN = 1;
    private static final LocalDateTime LAST_OF_MARCH = LocalDateTime.parse("2003-03-31T23:59:59");

    @Inject
    Database database;

    @Inject
    Statements statements;

    @Inject
    CloseMonth closeMonth;

    @AfterEach
    void backToToday() {
        SettableClock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, before", "America/Los_Angeles, after",
        "Pacific/Auckland, before", "Pacific/Auckland, after"
    })
    void theLastSecondOfMarchIsMarchsAndTheFirstOfAprilIsAprils(String zoneId, String tierArrives) {
        int year = yearOf(zoneId, tierArrives);
        ZonedDateTime last = LAST_OF_MARCH.withYear(year).atZone(ZoneId.of(zoneId));
        SettableClock.set(Instant.parse(year + "-03-15T12:00:00Z"));
        int aprilPlan = writePlan(year);
        UUID partner = id();
        changeTier(partner, 1, "CERTIFIED", year + "-01-01");
        SettableClock.set(Instant.parse(year + "-04-03T08:00:00Z"));
        UUID march = id();
        UUID april = id();
        if (tierArrives.equals("before")) {
            changeTier(partner, 2, "PLATINUM", year + "-04-01");
            awaitTier(partner);
        }
        close(closedAt(march, partner, last));
        close(closedAt(april, partner, last.plusSeconds(1)));
        awaitSplit(march).body("planVersion", equalTo(MARCH_PLAN)).body("lines[0].partnerMinor", equalTo(45_000));
        awaitSplit(april);
        if (tierArrives.equals("after")) {
            changeTier(partner, 2, "PLATINUM", year + "-04-01");
        }
        eventually()
                .until(() -> asFinance("/v1/deals/{id}/split", april).extract().<Integer>path("lines[0].partnerMinor")
                        == 62_000);

        // D is the day on which the last hold of March ends; the statement is of D + 1.
        SettableClock.set(Instant.parse(year + "-04-30T23:59:00Z"));
        closeByApi(year + "-03").statusCode(409).body("detail", containsString("closes on " + year + "-05-01"));
        SettableClock.set(Instant.parse(year + "-05-01T00:00:01Z"));
        closeByApi(year + "-03").statusCode(200);
        closeByApi(year + "-04").statusCode(409).body("detail", containsString("closes on " + year + "-05-31"));

        get(Tokens.partner(partner), "/v1/statements?partnerId={partner}", partner)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].period", equalTo(year + "-03"))
                .body("items[0].linesMinor", equalTo(45_000))
                .body("items[0].payoutDue", equalTo(year + "-05-10"));
        lines(partner, year + "-03")
                .body("items.dealId", contains(march.toString()))
                .body("items[0].invoiceDate", equalTo(year + "-03-31"))
                .body("items[0].trace.tier", equalTo("CERTIFIED"))
                .body("items[0].trace.planVersion", equalTo(MARCH_PLAN))
                .body("items[0].trace.rule", equalTo("licence-certified"));

        SettableClock.set(Instant.parse(year + "-05-31T00:00:01Z"));
        closeByApi(year + "-04").statusCode(200);
        // If the change of tier came after the deal, the second line corrects what was reckoned under the old one.
        lines(partner, year + "-04")
                .body("items.dealId", everyItem(equalTo(april.toString())))
                .body("items.amountMinor.sum()", equalTo(62_000))
                .body("items[0].invoiceDate", equalTo(year + "-04-01"))
                .body("items[-1].trace.planVersion", equalTo(aprilPlan));
        assertEquals(
                List.of(),
                statements.differences().stream()
                        .filter(difference -> difference.partnerId().equals(partner))
                        .toList());
        SettableClock.set(Instant.parse(year + "-03-15T12:00:00Z"));
        withdraw(aprilPlan);
    }

    @Test
    void eachMonthThatIsDueIsClosedByItselfAndLateLinesFollowOnTheNext() {
        UUID partner = id();
        SettableClock.set(Instant.parse("2007-02-10T00:00:00Z"));
        sell(partner, "2007-01-31", 1_000);
        sell(partner, "2007-02-01", 2_000);
        // The hold of 31 January ends on this day, thirty days later.
        SettableClock.set(Instant.parse("2007-03-02T12:00:00Z"));
        closeWhatIsDue();
        asFinance("/v1/statements?partnerId={partner}", partner).body("items", hasSize(0));
        SettableClock.set(Instant.parse("2007-06-01T12:00:00Z"));
        closeWhatIsDue();
        asFinance("/v1/statements?partnerId={partner}", partner)
                .body("items.period", contains("2007-02", "2007-01"))
                .body("items.linesMinor", contains(800, 400))
                .body("items.openingMinor", contains(400, 0));

        sell(partner, "2007-01-20", 5_000);
        sell(partner, "2007-05-02", 3_000);
        SettableClock.set(Instant.parse("2007-07-02T00:00:00Z"));
        closeWhatIsDue();
        asFinance("/v1/statements?partnerId={partner}", partner)
                .body("items.period", contains("2007-05", "2007-02", "2007-01"))
                .body("items[0].linesMinor", equalTo(3_200))
                .body("items[0].openingMinor", equalTo(1_200))
                .body("items[0].closingMinor", equalTo(4_400));
    }

    /** What the job does, for the months of this test: others are closed by theirs. */
    private void closeWhatIsDue() {
        closeMonth.due().stream()
                .filter(month -> month.getYear() == 2007)
                .forEach(month -> closeMonth.handle(month, "test"));
    }

    /** A month of each case's own: a month is closed once. */
    private static int yearOf(String zoneId, String tierArrives) {
        return 2003 + (zoneId.startsWith("Pacific") ? 1 : 0) + (tierArrives.equals("after") ? 2 : 0);
    }

    private static Map<String, Object> closedAt(UUID deal, UUID partner, ZonedDateTime at) {
        Map<String, Object> closed = wonDeal(deal, partner, at.toLocalDate().toString(), licence(100_000));
        closed.put("occurredAt", at.toInstant().toString());
        return closed;
    }

    private static void sell(UUID partner, String closedOn, long minor) {
        UUID deal = id();
        close(wonDeal(deal, partner, closedOn, licence(minor)));
        awaitSplit(deal);
    }

    private void awaitTier(UUID partner) {
        eventually()
                .until(() -> database.query(
                                        "select tier from tier_change where partner_id = ? and version = 2",
                                        row -> row.getString(1),
                                        partner)
                                .size()
                        == 1);
    }

    private static ValidatableResponse lines(UUID partner, String period) {
        String statement = get(Tokens.partner(partner), "/v1/statements?period={period}", period)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        return get(Tokens.partner(partner), "/v1/statements/{id}/lines", statement)
                .statusCode(200);
    }

    private static ValidatableResponse closeByApi(String month) {
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .put("/v1/month-closes/{month}", month)
                .then();
    }

    /** From 1 April on a licence brings one fixed share, whatever the tier but Platinum, which has more. */
    private static int writePlan(int year) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of(
                "currency", "EUR",
                "licenceLimitBasisPoints", 1000,
                "suggestionLimit", 2,
                "holdDays", 30,
                "clawBackMonths", 12,
                "recoveryLimitBasisPoints", 5000,
                "fraudHoldDays", 14,
                "servicesAlarmBasisPoints", 20000,
                "rateMaxAgeDays", 10,
                "secondServiceMonths", 12));
        List<Map<String, Object>> rules = new ArrayList<>();
        rules.add(Map.of("code", "april-platinum", "kind", "LICENCE", "tier", "PLATINUM", "partnerBasisPoints", 6_200));
        rules.add(Map.of("code", "april", "kind", "LICENCE", "partnerBasisPoints", 1_000));
        rules.add(Map.of("code", "service", "kind", "SERVICE", "partnerBasisPoints", 0));
        return given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        "April's",
                        "validFrom",
                        year + "-04-01",
                        "why",
                        "A test says so.",
                        "terms",
                        terms,
                        "rules",
                        rules,
                        "suggestions",
                        List.of("TRAINING")))
                .post("/v1/split-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    private static void withdraw(int plan) {
        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .contentType("application/json")
                .body(Map.of("why", "The test is over."))
                .post("/v1/split-plans/{version}/withdraw", plan)
                .then()
                .statusCode(200);
    }
}
