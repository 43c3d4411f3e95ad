package org.ninetyten.partner.directory;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ninetyten.partner.Given.anybody;
import static org.ninetyten.partner.Given.city;
import static org.ninetyten.partner.Given.manager;
import static org.ninetyten.partner.Given.partner;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryTest {

    private static final int PARTNERS = 24_119;

    @Inject
    DataSource dataSource;

    @Inject
    DirectoryQueries directory;

    /** A city of this test alone, so that the partners of other tests are not in the way. */
    private final String town = "Town " + UUID.randomUUID();

    @BeforeEach
    void aTownWithTwelvePartners() {
        List<Map<String, Object>> partners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> body = partner("Partner " + i);
            body.put("externalId", town + i);
            body.put("cities", List.of(city(town, 1, 1)));
            body.put("languages", i < 3 ? List.of("fr", "en") : List.of("en"));
            partners.add(body);
        }
        manager()
                .body(Map.of("partners", partners))
                .post("/v1/partners/import")
                .then()
                .statusCode(200)
                .body("created", equalTo(12));
    }

    @Test
    void onlyActivePartnersAreListed() {
        anybody()
                .queryParam("city", town)
                .get("/v1/directory")
                .then()
                .statusCode(200)
                .body("items", empty());
        activate();
        anybody()
                .queryParam("city", town.toUpperCase(java.util.Locale.ROOT))
                .get("/v1/directory")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(12));
        execute("update partner set status = 'SUSPENDED', suspension_reason = 'x' where external_id = '" + town + "0'");
        anybody()
                .queryParam("city", town)
                .get("/v1/directory")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(11));
    }

    @Test
    void visitorsFilterAndPagesHoldEachPartnerOnceTheHighestTierFirst() {
        activate();
        execute("update partner set tier = 'GOLD' where external_id in ('" + town + "4', '" + town + "7')");
        List<String> names = new ArrayList<>();
        List<String> tiers = new ArrayList<>();
        String next = null;
        do {
            var request = anybody().queryParam("city", town).queryParam("limit", 5);
            if (next != null) {
                request.queryParam("cursor", next);
            }
            var page = request.get("/v1/directory")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            names.addAll(page.getList("items.legalName", String.class));
            tiers.addAll(page.getList("items.tier", String.class));
            next = page.getString("next");
        } while (next != null && names.size() < 100);
        assertEquals(12, names.size());
        assertEquals(12, names.stream().distinct().count());
        assertEquals(List.of("GOLD", "GOLD", "BUSINESS"), tiers.subList(0, 3));
        anybody()
                .queryParam("city", town)
                .queryParam("language", "fr")
                .queryParam("service", "IMPLEMENTATION")
                .queryParam("country", "KZ")
                .queryParam("tier", "BUSINESS")
                .get("/v1/directory")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3));
        anybody()
                .queryParam("city", town)
                .queryParam("service", "AUDIT")
                .get("/v1/directory")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void whatIsNotValidIsRefused() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "country",
                        "XX",
                        "language",
                        "no_",
                        "service",
                        "MAGIC",
                        "tier",
                        "WOOD",
                        "limit",
                        "0",
                        "cursor",
                        "abc",
                        "city",
                        "\0")
                .entrySet()) {
            anybody()
                    .queryParam(wrong.getKey(), wrong.getValue())
                    .get("/v1/directory")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void everyPartnerOfATierComesFirstEquallyOften() {
        activate();
        var filter = new DirectoryQueries.Filter(null, town, null, null, null);
        Map<UUID, Integer> firsts = new HashMap<>();
        int days = 2400;
        for (int day = 20_000; day < 20_000 + days; day++) {
            firsts.merge(directory.find(filter, null, day, 1).getFirst().entry().partnerId(), 1, Integer::sum);
        }
        assertEquals(12, firsts.size());
        // 200 are expected for each, with a standard deviation of 13.5: five of those are never seen by chance.
        firsts.values().forEach(count -> assertTrue(count > 130 && count < 270, () -> "first on " + count + " days"));
    }

    @Test
    void theWholeNetworkIsListedFastAndThroughIndexes() {
        fillUpTo(PARTNERS);
        var all = new DirectoryQueries.Filter(null, null, null, null, null);
        directory.find(all, null, 1, 51);
        Instant begin = Instant.now();
        int listings = 20;
        for (int day = 0; day < listings; day++) {
            assertEquals(51, directory.find(all, null, day, 51).size());
        }
        Duration each = Duration.between(begin, Instant.now()).dividedBy(listings);
        assertTrue(each.toMillis() < 500, () -> "a listing took " + each);
        assertUsesAnIndex("select id from partner where status = 'ACTIVE' and tier = 'GOLD'", "partner_directory");
        assertUsesAnIndex(
                "select id from partner where status = 'ACTIVE' and tier = 'BUSINESS' and city_names @> array['" + town
                        + "']",
                "partner_directory_city");
    }

    private void fillUpTo(int partners) {
        execute("""
                insert into partner (id, external_id, revision, legal_name, country, region, status, tier, languages,
                    time_zone, cities, city_names, services, territory_countries, territory_subdivisions,
                    open_lead_cap, quota30_days, paused, onboarded_at, calendar)
                select gen_random_uuid(), 'filled-' || n, 1, 'Filled ' || n, 'DE', 'EUROPE', 'ACTIVE',
                    case when n %% 100 = 0 then 'GOLD' else 'BUSINESS' end, array['de'], 'Europe/Berlin',
                    '[{"name": "Berlin", "country": "DE", "latitude": 52.5, "longitude": 13.4}]', array['berlin-' || n %% 500],
                    array['LICENCE'], array['DE'], array[]::text[], 1, 1, false, now(), p.standard_calendar
                from generate_series(1, %d) n, (select standard_calendar from calendar_policy where version = 1) p
                on conflict (external_id) do nothing""".formatted(partners));
        execute("vacuum analyze partner");
    }

    private void activate() {
        execute("update partner set status = 'ACTIVE' where external_id like '" + town + "%'");
    }

    private void assertUsesAnIndex(String sql, String index) {
        StringBuilder plan = new StringBuilder();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertFalse(plan.toString().contains("Seq Scan"), plan::toString);
        assertTrue(plan.toString().contains(index), plan::toString);
    }

    private void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
