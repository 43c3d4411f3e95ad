package org.ninetyten.leadrouting.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.leadrouting.protection.Protections;
import org.ninetyten.leadrouting.report.DeadEnds;

/**
 * Shows how PostgreSQL carries out what deals, registrations and protections ask for, with 24,119 partners and a million
 * deals in the tables: {@code EXPLAIN (ANALYZE, BUFFERS)} by auto_explain, in the log of the server. No figure and no part
 * of a build; run it with {@code -Dtest=DealPlansBench} and read {@code duration:} in the output.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class DealPlansBench {

    /** After the fifth time the driver prepares a statement for good. */
    private static final int TIMES = 8;

    private static final int PORTION = 100;

    @Inject
    RoutingAtRest routing;

    @Inject
    LargeNetwork network;

    @Inject
    Protections protections;

    @Inject
    DeadEnds deadEnds;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void showsPlans() throws Exception {
        int deals = Ground.setting("deals", 1_000_000);
        routing.rest();
        try (Ground ground = Ground.open()) {
            ground.clear();
            network.load();
            fill(ground, deals);
            UUID partner =
                    UUID.fromString(ground.text("select partner_id::text from partner where country = 'DE' limit 1"));
            List<Protections.Wanted> portion = new ArrayList<>();
            for (int i = 0; i < PORTION; i++) {
                portion.add(new Protections.Wanted(
                        UUID.fromString(ground.text("select md5('c' || " + (i * 10 + 1) + ")::uuid::text")), "Portal"));
            }
            ground.run("alter database postgres set session_preload_libraries = 'auto_explain'");
            ground.run("alter database postgres set auto_explain.log_min_duration = 0");
            ground.run("alter database postgres set auto_explain.log_analyze = on");
            ground.run("alter database postgres set auto_explain.log_buffers = on");
            dataSource.flush(FlushMode.ALL);
            Instant now = MutableClock.now();
            for (int i = 0; i < TIMES; i++) {
                mark(ground, "protections of a portion");
                assertEquals(PORTION, protections.partners(portion, now).size());
                mark(ground, "dead ends of the network");
                assertEquals(51, deadEnds.list(null, null, 51).size());
                mark(ground, "dead ends of a partner");
                deadEnds.list(partner, null, 51);
                mark(ground, "registration");
                assertEquals(
                        201,
                        Api.partner(partner)
                                .body("""
                                      {"product": "Portal", "currency": "EUR", "company": "Works %d", "country": "DE",
                                       "city": "Berlin", "companyWebsite": "works%d.example"}""".formatted(i, i))
                                .post("/v1/deal-registrations")
                                .statusCode());
                mark(ground, "lists");
                list("/v1/deal-registrations?limit=50");
                list("/v1/protections?state=LIVE&limit=50");
                list("/v1/protections?partnerId=" + partner + "&limit=50");
                list("/v1/registration-cases?overdue=true");
            }
            mark(ground, "end");
        } finally {
            routing.resume();
        }
    }

    private static void mark(Ground ground, String what) throws Exception {
        ground.run("do $$ begin raise log 'NOW %', '" + what + "'; end $$");
    }

    private static void list(String address) {
        assertEquals(200, Api.desk().get(address).statusCode(), address);
    }

    /** Three of four customers have bought once; one in ten is protected. */
    private static void fill(Ground ground, int deals) throws Exception {
        ground.run("""
                create temp table made as
                select n, md5('d' || n)::uuid as id, md5('c' || (case when n %% 4 = 0 then n - 1 else n end))::uuid as customer,
                       timestamptz '%s' - n * interval '2 minutes' as at, partner_id as partner
                  from generate_series(1, %d) as n
                  join (select partner_id, row_number() over () - 1 as place from partner) p
                    on place = n %% (select count(*) from partner)""".formatted(MutableClock.now(), deals));
        ground.run("insert into customer (id, partner_of_record, partner_of_record_since, created_at)"
                + " select customer, min(partner::text)::uuid, min(at), min(at) from made group by customer");
        ground.run("""
                insert into deal (id, partner_id, customer_id, customer_country, product, currency, status, closed_on,
                    opened_at, changed_at, licence_minor, total_minor, version)
                select id, partner, customer, 'DE', 'Portal', 'EUR', case when n % 10 = 0 then 'OPEN' else 'WON' end,
                       case when n % 10 = 0 then null else at::date end, at, at, 120000, 1200000, 1
                  from made""");
        ground.run("""
                insert into protection (id, registration_id, customer_id, product, partner_id, deal_id, state, granted_at,
                    expires_at, policy_version, version)
                select md5('p' || n)::uuid, md5('r' || n)::uuid, customer, 'Portal', partner, id, 'LIVE', now() - interval '9 years',
                       timestamptz '2091-01-01T00:00:00Z', 1, 0
                  from made where n % 10 = 1""");
        ground.run("vacuum analyze");
    }
}
