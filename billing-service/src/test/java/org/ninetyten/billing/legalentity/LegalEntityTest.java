package org.ninetyten.billing.legalentity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.billing.Billing.asFinance;
import static org.ninetyten.billing.Billing.awaitSplit;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninetyten.billing.Billing;
import org.ninetyten.billing.database.Database;
import org.ninetyten.testing.KafkaProbe;
import org.ninetyten.testing.Tokens;

/** Each test has a company and a region of its own: a region has one company, and companies are not deleted. */
@QuarkusTest
class LegalEntityTest {

    @Inject
    Database database;

    @Test
    void aCompanyIsAddedChangedAndAudited() {
        Map<String, Object> request = entity("AAA");
        add("finance", request, "add-aaa").statusCode(201).header("ETag", equalTo("\"1\""));
        add("finance", request, "add-aaa").statusCode(201);
        asFinance("/v1/legal-entities/AAA")
                .statusCode(200)
                .body("name", equalTo("Company AAA"))
                .body("country", equalTo("KZ"))
                .body("region", equalTo("REGION-AAA"))
                .body("holidays.name", contains("Nauryz"));
        asFinance("/v1/legal-entities").statusCode(200).body("code", hasItem("VENDOR"));

        Map<String, Object> change = change("Company AAA and Sons", "REGION-AAA", List.of());
        put("finance", "AAA", change, null).statusCode(428);
        put("finance", "AAA", change, "\"1\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("numberPrefix", equalTo("PAAA"))
                .body("holidays", hasSize(0));
        put("finance", "AAA", change, "\"1\"").statusCode(412);
        asFinance("/v1/audit-records?object=legal-entity/AAA")
                .body("items.what", contains("legal-entity.changed", "legal-entity.added"))
                .body("items[0].before.name", equalTo("Company AAA"))
                .body("items[0].after.name", equalTo("Company AAA and Sons"))
                .body("items[0].why", equalTo("A test says so."))
                .body("items[1].before", nullValue());
    }

    @Test
    void whatWouldMakeNumbersOrRegionsAmbiguousIsRefused() {
        add("finance", entity("BBB"), null).statusCode(201);

        refused(entity("BBB"), "code");
        refused(with(entity("BBC"), "numberPrefix", "PBBB"), "numberPrefix");
        refused(with(entity("BBC"), "region", "REGION-BBB"), "region");
        refused(with(entity("BBC"), "region", ""), "region");
        refused(with(entity("BBC"), "country", "XY"), "country");
        refused(with(entity("BBC"), "code", "bbc"), "code");
        refused(
                with(
                        entity("BBC"),
                        "holidays",
                        List.of(
                                Map.of("day", "2027-01-01", "name", "New Year"),
                                Map.of("day", "2027-01-01", "name", "New Year's Day"))),
                "holidays[1].day");
        add("finance", with(entity("BBC"), "colour", "blue"), null).statusCode(400);
        // The one without a region bills everybody else's partners.
        put("finance", "VENDOR", change("The vendor", "REGION-BBC", List.of()), "*")
                .statusCode(400)
                .body("errors[0].field", equalTo("region"));
        put("finance", "BBB", change("Company BBB", null, List.of()), "*")
                .statusCode(400)
                .body("errors[0].reason", containsString("VENDOR"));
        put("finance", "NONE", change("None", "REGION-BBC", List.of()), "*").statusCode(404);
        for (String role : List.of("executive", "finance-approver", "partner-manager")) {
            add(role, entity("BBD"), null).statusCode(403);
            put(role, "BBB", change("Company BBB", "REGION-BBB", List.of()), "*")
                    .statusCode(403);
        }
        get(Tokens.partner(id()), "/v1/legal-entities").statusCode(403);
        // Past the API the database refuses too.
        assertThrows(
                RuntimeException.class,
                () -> database.update("update legal_entity set number_prefix = 'ZZZ' where code = 'BBB'"));
        assertThrows(RuntimeException.class, () -> database.update("delete from legal_entity where code = 'BBB'"));
    }

    @Test
    void statementsOfTheRegionHaveItsNumbersWithoutGapsAndKeepTheNameTheyWereIssuedUnder() {
        add("finance", entity("CCC"), null).statusCode(201);
        List<UUID> partners = List.of(id(), id(), id());
        partners.forEach(partner -> sell(partner, "REGION-CCC", "2022-05-10"));
        UUID elsewhere = id();
        sell(elsewhere, "REGION-OF-NOBODY", "2022-05-10");
        given().auth()
                .oauth2(Tokens.vendor("finance"))
                .put("/v1/month-closes/2022-05")
                .then()
                .statusCode(200);
        put("finance", "CCC", change("Another name", "REGION-CCC", List.of()), "*")
                .statusCode(200);

        List<String> numbers = new ArrayList<>();
        for (UUID partner : partners) {
            numbers.add(asFinance("/v1/statements?partnerId={partner}", partner)
                    .body("items[0].legalEntity", equalTo("CCC"))
                    .body("items[0].legalEntityName", equalTo("Company CCC"))
                    .extract()
                    .path("items[0].number"));
        }
        int year = Billing.today().getYear();
        assertEquals(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> "PCCC-%d-%06d".formatted(year, number))
                        .toList(),
                numbers.stream().sorted().toList());
        asFinance("/v1/statements?partnerId={partner}", elsewhere).body("items[0].legalEntity", equalTo("VENDOR"));
    }

    @Test
    void holidaysOfThePartnersCompanyDontCountForTheAnswerToItsDispute() {
        LocalDate today = Billing.today();
        List<Map<String, Object>> twoWeeksOff = IntStream.rangeClosed(1, 14)
                .mapToObj(
                        day -> Map.<String, Object>of("day", today.plusDays(day).toString(), "name", "Harvest"))
                .toList();
        add("finance", with(entity("DDD"), "holidays", twoWeeksOff), null).statusCode(201);
        UUID there = id();
        UUID elsewhere = id();

        Instant late = answerDue(there, sell(there, "REGION-DDD", "2022-06-10"));
        Instant plain = answerDue(elsewhere, sell(elsewhere, "REGION-OF-NOBODY", "2022-06-10"));

        assertTrue(plain.isBefore(Instant.now().plusSeconds(6 * 86_400)), plain.toString());
        assertTrue(late.isAfter(Instant.now().plusSeconds(16 * 86_400)), late.toString());
    }

    private static Map<String, Object> entity(String code) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("code", code);
        entity.put("name", "Company " + code);
        entity.put("numberPrefix", "P" + code);
        entity.put("country", "KZ");
        entity.put("region", "REGION-" + code);
        entity.put("holidays", List.of(Map.of("day", "2027-03-22", "name", "Nauryz")));
        entity.put("why", "A test says so.");
        return entity;
    }

    private static Map<String, Object> change(String name, String region, List<Map<String, Object>> holidays) {
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("name", name);
        change.put("country", "KZ");
        if (region != null) {
            change.put("region", region);
        }
        change.put("holidays", holidays);
        change.put("why", "A test says so.");
        return change;
    }

    private static Map<String, Object> with(Map<String, Object> entity, String field, Object value) {
        entity.put(field, value);
        return entity;
    }

    private static void refused(Map<String, Object> entity, String field) {
        add("finance", entity, null).statusCode(400).body("errors[0].field", equalTo(field));
    }

    private static ValidatableResponse add(String role, Map<String, Object> body, String key) {
        var request = given().auth().oauth2(Tokens.vendor(role)).contentType("application/json");
        if (key != null) {
            request = request.header("Idempotency-Key", key);
        }
        return request.body(body).post("/v1/legal-entities").then();
    }

    private static ValidatableResponse put(String role, String code, Map<String, Object> body, String ifMatch) {
        var request = given().auth().oauth2(Tokens.vendor(role)).contentType("application/json");
        if (ifMatch != null) {
            request = request.header("If-Match", ifMatch);
        }
        return request.body(body).put("/v1/legal-entities/{code}", code).then();
    }

    /** A partner that lives in the region, and its licence's line. */
    private UUID sell(UUID partner, String region, String closedOn) {
        KafkaProbe.send(
                "partner.partner",
                partner.toString(),
                "org.ninetyten.partner.partner.changed.v1",
                Map.of(
                        "partnerId",
                        partner,
                        "version",
                        1,
                        "country",
                        "KZ",
                        "region",
                        region,
                        "timeZone",
                        "Asia/Almaty",
                        "status",
                        "ACTIVE",
                        "occurredAt",
                        "2010-01-01T00:00:00Z"));
        eventually()
                .until(() -> database.first("select 1 from partner_place where partner_id = ?", row -> true, partner)
                        .isPresent());
        UUID deal = id();
        close(wonDeal(deal, partner, closedOn, licence(1_000)));
        awaitSplit(deal);
        return database.first("select id from accrual where deal_id = ?", row -> row.getObject("id", UUID.class), deal)
                .orElseThrow();
    }

    private static Instant answerDue(UUID partner, UUID line) {
        return Instant.parse(given().auth()
                .oauth2(Tokens.partner(partner))
                .contentType("application/json")
                .body(Map.of("accrualId", line, "reason", "OTHER", "text", "A test says so."))
                .post("/v1/disputes")
                .then()
                .statusCode(201)
                .extract()
                .path("answerDue"));
    }
}
