package org.ninetyten.leadrouting.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.lead.RoutingAtRest;

/**
 * Shows how PostgreSQL carries out each statement that runs for a lead, with 24,119 partners and a million leads in the
 * tables: {@code EXPLAIN (ANALYZE, BUFFERS)} by auto_explain, in the log of the server. No figure and no part of a build;
 * run it with {@code -Dtest=QueryPlansBench} and read {@code duration:} in the output.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class QueryPlansBench {

    /** After the fifth time the driver prepares a statement for good. */
    private static final int TIMES = 8;

    @Inject
    RoutingAtRest routing;

    @Inject
    LargeNetwork network;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void showsPlans() throws Exception {
        int leads = Ground.setting("leads", 1_000_000);
        routing.rest();
        try (Ground ground = Ground.open()) {
            ground.clear();
            network.load();
            fill(ground, leads);
            UUID partner =
                    UUID.fromString(ground.text("select partner_id::text from partner where country = 'DE' limit 1"));
            ground.run("alter database postgres set session_preload_libraries = 'auto_explain'");
            ground.run("alter database postgres set auto_explain.log_min_duration = 0");
            ground.run("alter database postgres set auto_explain.log_analyze = on");
            ground.run("alter database postgres set auto_explain.log_buffers = on");
            ground.run("alter database postgres set auto_explain.log_nested_statements = on");
            dataSource.flush(FlushMode.ALL);
            for (int i = 0; i < TIMES; i++) {
                mark(ground, "capture");
                assertEquals(
                        201,
                        Api.website()
                                .body(DemoRequests.body(i))
                                .post("/v1/leads")
                                .statusCode());
                mark(ground, "routing");
                routing.routeAll();
                mark(ground, "lists");
                list("/v1/leads?limit=50");
                list("/v1/leads?status=DESK&limit=50");
                list("/v1/leads?status=OFFERED&limit=50");
                list("/v1/leads?externalId=plan-17");
                list("/v1/leads?partnerId=" + partner + "&limit=50");
                list("/v1/offers?partnerId=" + partner + "&limit=50");
                assertEquals(200, Api.partner(partner).get("/v1/leads?limit=50").statusCode());
                String offer = ground.text("select id::text from offer where state = 'PENDING' order by id limit 1");
                mark(ground, "accept");
                assertEquals(
                        200, Api.desk().post("/v1/offers/{id}/accept", offer).statusCode());
            }
            mark(ground, "end");
            ground.run("alter database postgres reset all");
            dataSource.flush(FlushMode.ALL);
        } finally {
            routing.resume();
        }
    }

    private static void mark(Ground ground, String what) throws Exception {
        ground.run("do $$ begin raise log 'NOW %', '" + what + "'; end $$");
    }

    private static void list(String address) {
        Response answer = Api.desk().get(address);
        assertEquals(200, answer.statusCode(), address);
    }

    /** As after some years: most leads are at an end, one in a hundred is offered and one in a thousand at the desk. */
    private static void fill(Ground ground, int leads) throws Exception {
        ground.run("""
                create temp table made as
                select n, md5('l' || n)::uuid as id, md5('c' || n)::uuid as customer,
                       timestamptz '%s' - n * interval '30 seconds' as at,
                       case when n %% 100 = 0 then 'OFFERED' when n %% 1000 = 1 then 'DESK' when n %% 3 = 0 then 'WON'
                            else 'LOST' end as status,
                       partner_id as partner
                  from generate_series(1, %d) as n
                  join (select partner_id, row_number() over () - 1 as place, count(*) over () as partners
                          from partner where country = 'DE') p on place = n %% partners""".formatted(MutableClock.now(), leads));
        ground.run("insert into customer (id, created_at) select customer, at from made");
        ground.run("""
                insert into lead (id, external_id, source, product, company, contact_name, contact_email, consent, country, city,
                    latitude, longitude, language, needs, customer_id, status, partner_id, offers, created_at, changed_at,
                    version)
                select id, 'plan-' || n, 'DEMO_REQUEST', 'Portal', 'Company ' || n, 'Ann Example', 'ann@c' || n || '.example',
                       true, 'DE', 'Berlin', 52.52, 13.405, 'de', '{IMPLEMENTATION}', customer, status,
                       partner, 1, at, at, 0
                  from made""");
        ground.run("""
                insert into lead_key (key, captured_at, lead_id)
                select md5(kind || n)::uuid, at, id from made, unnest(array['e', 'p', 'd', 'a']) as kind""");
        ground.run("""
                insert into offer (id, lead_id, partner_id, ordinal, state, decision_id, policy_version, offered_at, expires_at,
                    version)
                select md5('o' || n)::uuid, id, partner, 1,
                       case when status = 'OFFERED' then 'PENDING' else 'ACCEPTED' end, md5('x' || n)::uuid, 1, at,
                       timestamptz '2030-01-01T00:00:00Z', 0
                  from made where status <> 'DESK'""");
        ground.run("vacuum analyze");
    }
}
