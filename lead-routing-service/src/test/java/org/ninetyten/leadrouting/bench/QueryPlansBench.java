package org.ninetyten.leadrouting.bench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.Api;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.leadrouting.protection.Protections;
import org.ninetyten.testing.bench.Figures;

/**
 * How PostgreSQL carries out each statement that runs for a lead, an offer, a deal or a page of them, with 24,119 partners
 * and a million leads in the tables. The real use cases are run; what they ask is explained as {@link QueryPlans} says. It
 * fails when one of them reads the whole of a table that grows. Run it with {@code ./ninetyten bench plans}; the whole
 * table is in {@code target/bench/query-plans.md}, and {@code -Dbench.leads} makes it smaller.
 */
@QuarkusTest
@TestProfile(QueryPlansBench.Observed.class)
class QueryPlansBench {

    /** After the fifth time the server may keep a plan for good, and the driver a statement. */
    private static final int TIMES = 8;

    private static final int PORTION = 100;
    private static final int DAYS = 120;

    /** Tables that do not grow with leads or partners: policies, lists, and what is empty when nothing is wrong. */
    private static final Set<String> SMALL = Set.of(
            "routing_policy",
            "lead_policy",
            "deal_policy",
            "qualification_policy",
            "lead_source",
            "blocked_sender",
            "partner_out",
            "outbox",
            "registration_case",
            "change_request",
            "routing_simulation");

    /** Read all of a table on purpose, and not for a lead: the index when it begins, and a figure once a minute. */
    private static final Set<String> ON_PURPOSE = Set.of("Partners.changesSince", "FairnessMeters.lookUp");

    /** Workers that look whether there is something to do for trials and simulations, whose tables are empty here. */
    private static final Set<String> IDLE = Set.of(
            "TrialLeads.lockToMake",
            "TrialMeters.look",
            "Trials.lockScoredBefore",
            "UsageSignals.takeDue",
            "SimulationMeters.look",
            "Simulations.toRun");

    /** No relay, and the driver that shows what is run. */
    public static final class Observed extends Ground.WithoutRelay {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("quarkus.datasource.jdbc.driver", ObservedDriver.class.getName());
            return overrides;
        }
    }

    @Inject
    RoutingAtRest routing;

    @Inject
    LargeNetwork network;

    @Inject
    Protections protections;

    private final QueryPlans plans = new QueryPlans();

    @Test
    void showsPlans() throws Exception {
        int leads = Ground.setting("leads", 1_000_000);
        routing.rest();
        try (Ground ground = Ground.open()) {
            ground.clear();
            network.load();
            // One real decision, whose trace all the others get.
            capture(900_000);
            routing.routeAll();
            fill(ground, leads);
            List<UUID> partners = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                partners.add(UUID.fromString(
                        ground.text("select partner_id::text from partner where country = 'DE' order by 1 offset " + i
                                + " limit 1")));
            }
            ObservedDriver.watch(plans);
            for (int i = 0; i < TIMES; i++) {
                leadsAndOffers(ground, i);
                lists(partners.get(i));
                deals(ground, partners.get(i), i);
            }
            timeRunsOut(ground);
        } finally {
            ObservedDriver.watch(null);
            routing.resume();
        }
        report();
    }

    private void report() throws Exception {
        Path file = Path.of("target", "bench", "query-plans.md");
        Files.createDirectories(file.getParent());
        Files.write(file, plans.table());
        plans.table().forEach(System.out::println);
        List<String> wrong = new ArrayList<>();
        double slowest = 0;
        long most = 0;
        int statements = 0;
        for (QueryPlans.Seen one : plans.all()) {
            if (one.failure != null) {
                wrong.add(one.caller + " could not be explained: " + one.failure + ": " + QueryPlans.head(one.sql));
            }
            if (ON_PURPOSE.contains(one.caller) || IDLE.contains(one.caller)) {
                continue;
            }
            statements++;
            slowest = Math.max(slowest, one.millis);
            most = Math.max(most, one.blocks);
            one.scanned.stream()
                    .filter(table -> !SMALL.contains(table))
                    .forEach(table ->
                            wrong.add(one.caller + " reads all of " + table + ": " + QueryPlans.head(one.sql)));
        }
        Figures figures = new Figures("plans");
        figures.add(
                statements + " statements of leads, offers, deals and their pages",
                String.format(Locale.ROOT, "slowest %.1f ms, at most %d blocks", slowest, most),
                "no table that grows is read whole",
                wrong.isEmpty(),
                "explained as they were run, with their parameters");
        figures.write();
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private void leadsAndOffers(Ground ground, int i) throws Exception {
        UUID accepted = capture(i);
        // The same person once more: merged.
        Api.website().body(DemoRequests.body(i)).post("/v1/leads").then().statusCode(201);
        routing.routeAll();
        UUID partner = UUID.fromString(ground.text("select partner_id::text from lead where id = '" + accepted + "'"));
        get(Api.desk(), "/v1/leads/" + accepted);
        get(Api.partner(partner), "/v1/leads/" + accepted);
        get(Api.desk(), "/v1/leads/" + accepted + "/decisions");
        get(Api.partner(partner), "/v1/leads/" + accepted + "/why-not-me");
        post(Api.partner(partner), "/v1/offers/" + offer(ground, accepted) + "/accept", "");
        post(Api.partner(partner), "/v1/leads/" + accepted + "/contacted", "{\"note\": \"Spoke to Ann.\"}");
        post(Api.partner(partner), "/v1/leads/" + accepted + "/working", "{}");
        post(Api.partner(partner), "/v1/leads/" + accepted + "/notes", "{\"note\": \"They think about it.\"}");
        get(Api.partner(partner), "/v1/leads/" + accepted + "/notes");
        get(Api.partner(partner), "/v1/leads/" + accepted + "/work");
        get(Api.desk(), "/v1/leads/" + accepted + "/history");
        String deal = Api.partner(partner)
                .body("{\"leadId\": \"" + accepted + "\", \"currency\": \"EUR\"}")
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.partner(partner)
                .header("If-Match", "*")
                .body("""
                      {"lines": [{"incomePoint": "IMPLEMENTATION", "description": "Setting it up", "quantity": 9,
                       "unitPriceMinor": 120000, "taxBasisPoints": 1900, "performer": "PARTNER", "billedBy": "PARTNER"}]}""")
                .put("/v1/deals/{id}/estimate", deal)
                .then()
                .statusCode(200);
        get(Api.partner(partner), "/v1/deals/" + deal);
        post(Api.partner(partner), "/v1/deals/" + deal + "/win", "{}");

        UUID declined = capture(1_000 + i);
        routing.routeAll();
        post(
                Api.desk(),
                "/v1/offers/" + offer(ground, declined) + "/decline",
                "{\"reason\": \"NO_CAPACITY\", \"note\": \"Next month again.\"}");
        routing.routeAll();
        capture(2_000 + i);
        routing.routeAll();
    }

    private static void lists(UUID partner) {
        get(Api.desk(), "/v1/leads?limit=50");
        get(Api.desk(), "/v1/leads?status=DESK&limit=50");
        get(Api.desk(), "/v1/leads?status=OFFERED&limit=50");
        get(Api.desk(), "/v1/leads?externalId=plan-17");
        get(Api.desk(), "/v1/leads?partnerId=" + partner + "&limit=50");
        get(Api.partner(partner), "/v1/leads?limit=50");
        get(Api.desk(), "/v1/offers?partnerId=" + partner + "&limit=50");
        get(Api.partner(partner), "/v1/offers?status=PENDING&limit=50");
        get(Api.desk(), "/v1/desk");
        get(Api.desk(), "/v1/desk?kind=CONTACT_OVERDUE");
        get(Api.desk(), "/v1/deals?limit=50");
        get(Api.partner(partner), "/v1/deals?limit=50");
    }

    private void deals(Ground ground, UUID partner, int i) throws Exception {
        List<Protections.Wanted> portion = new ArrayList<>();
        for (int n = 0; n < PORTION; n++) {
            portion.add(new Protections.Wanted(
                    UUID.fromString(ground.text("select md5('c' || " + (n * 30 + 3) + ")::uuid::text")), "Portal"));
        }
        protections.partners(portion, MutableClock.now());
        post(Api.partner(partner), "/v1/deal-registrations", """
                {"product": "Portal", "currency": "EUR", "company": "Works %d", "country": "DE", "city": "Berlin",
                 "companyWebsite": "works%d.example"}""".formatted(i, i));
        get(Api.desk(), "/v1/reports/one-deal-one-payment?limit=50");
        get(Api.partner(partner), "/v1/reports/one-deal-one-payment?limit=50");
        get(Api.desk(), "/v1/deal-registrations?limit=50");
        get(Api.partner(partner), "/v1/deal-registrations?limit=50");
        get(Api.desk(), "/v1/protections?state=LIVE&limit=50");
        get(Api.desk(), "/v1/protections?partnerId=" + partner + "&limit=50");
        get(Api.desk(), "/v1/registration-cases?overdue=true");
        get(Api.desk(), "/v1/customers/" + portion.getFirst().customerId());
    }

    /** Offers that nobody answered, and customers whom nobody called. */
    private void timeRunsOut(Ground ground) throws Exception {
        UUID silent = capture(3_000);
        routing.routeAll();
        String partner = ground.text("select partner_id::text from lead where id = '" + silent + "'");
        post(Api.partner(UUID.fromString(partner)), "/v1/offers/" + offer(ground, silent) + "/accept", "");
        MutableClock.advance(Duration.ofDays(4));
        await("offers end and late contacts are told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ground.count("select count(*) from offer where state = 'EXPIRED'") >= TIMES
                        && ground.count("select count(*) from lead_work where overdue_at is not null and lead_id = '"
                                        + silent + "'")
                                > 0);
    }

    private static UUID capture(int number) {
        return UUID.fromString(Api.website()
                .body(DemoRequests.body(number))
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String offer(Ground ground, UUID lead) throws Exception {
        return ground.text("select id::text from offer where lead_id = '" + lead + "' and state = 'PENDING'");
    }

    private static void get(RequestSpecification by, String address) {
        assertEquals(200, by.get(address).statusCode(), address);
    }

    private static void post(RequestSpecification by, String address, String body) {
        int code = (body.isEmpty() ? by : by.body(body)).post(address).statusCode();
        assertTrue(code == 200 || code == 201, () -> address + " was answered " + code);
    }

    /**
     * As after some years: most leads are at an end, one in a hundred is offered, one in fifty accepted, and one in a
     * thousand at the desk. A third have a deal, a tenth of which is open and protected.
     */
    private static void fill(Ground ground, int leads) throws Exception {
        ground.run("set session_replication_role = replica");
        ground.run("""
                create temp table made as
                select n, md5('l' || n)::uuid as id, md5('c' || n)::uuid as customer,
                       timestamptz '%s' - n * interval '30 seconds' as at,
                       case when n %% 100 = 0 then 'OFFERED' when n %% 100 in (1, 2) then 'ACCEPTED'
                            when n %% 1000 = 11 then 'DESK' when n %% 3 = 0 then 'WON' else 'LOST' end as status,
                       partner_id as partner
                  from generate_series(1, %d) as n
                  join (select partner_id, row_number() over () - 1 as place from partner) p
                    on place = n %% (select count(*) from partner)""".formatted(MutableClock.now(), leads));
        ground.run("insert into customer (id, partner_of_record, partner_of_record_since, created_at)"
                + " select customer, partner, at, at from made");
        ground.run("""
                insert into lead (id, external_id, source, product, company, contact_name, contact_email, consent, country, city,
                    latitude, longitude, language, needs, customer_id, status, partner_id, offers, campaign, created_at,
                    changed_at, version)
                select id, 'plan-' || n, 'DEMO_REQUEST', 'Portal', 'Company ' || n, 'Ann Example', 'ann@c' || n || '.example',
                       true, 'DE', 'Berlin', 52.52, 13.405, 'de', '{IMPLEMENTATION}', customer, status,
                       case when status <> 'DESK' then partner end, 1, 'campaign-' || n % 5000, at, at, 0
                  from made""");
        ground.run("""
                insert into lead_key (key, captured_at, lead_id)
                select md5(kind || n)::uuid, at, id from made, unnest(array['e', 'p', 'd', 'a']) as kind""");
        ground.run("""
                insert into offer (id, lead_id, partner_id, ordinal, state, decision_id, policy_version, offered_at, expires_at,
                    answered_at, answer_minutes, version)
                select md5('o' || n)::uuid, id, partner, 1,
                       case when status = 'OFFERED' then 'PENDING' when status = 'DESK' then 'DECLINED' else 'ACCEPTED' end,
                       md5('x' || n)::uuid, 1, at, timestamptz '2030-01-01T00:00:00Z', at + interval '5 minutes', 5, 0
                  from made""");
        ground.run("""
                insert into routing_decision (id, lead_id, partner_id, decided_at, policy_version, step, trace)
                select md5('x' || n)::uuid, id, partner, at, 1, 'TURN', trace
                  from made, (select trace from routing_decision order by decided_at limit 1) one""");
        ground.run("""
                insert into lead_work (offer_id, lead_id, partner_id, policy_version, accepted_at, contact_by, contacted_at,
                    last_news_at, look_at, ended_at)
                select md5('o' || n)::uuid, id, partner, 1, at, at + interval '1 hour', at + interval '30 minutes', at,
                       case when status = 'ACCEPTED' then timestamptz '2030-01-01T00:00:00Z' end,
                       case when status <> 'ACCEPTED' then at + interval '9 days' end
                  from made where status not in ('OFFERED', 'DESK')""");
        ground.run("""
                insert into partner_day (partner_id, day, offered, accepted, won)
                select partner_id, date '%s' - back, 3, 2, 1 from partner, generate_series(1, %d) as back
                    on conflict do nothing""".formatted(MutableClock.now().toString().substring(0, 10), DAYS));
        ground.run("""
                insert into partner_campaign (id, campaign, partner_id, started_at, started_by)
                select gen_random_uuid(), 'campaign-' || n, partner, at, 'bench' from made where n <= 5000
                    on conflict do nothing""");
        ground.run("""
                insert into deal (id, lead_id, partner_id, customer_id, customer_country, product, currency, status, closed_on,
                    opened_at, changed_at, licence_minor, total_minor, version)
                select md5('d' || n)::uuid, id, partner, customer, 'DE', 'Portal', 'EUR',
                       case when n % 30 = 3 then 'OPEN' else 'WON' end, case when n % 30 = 3 then null else at::date end, at,
                       at, 120000, 1200000, 1
                  from made where n % 3 = 0""");
        ground.run("""
                insert into protection (id, registration_id, customer_id, product, partner_id, deal_id, state, granted_at,
                    expires_at, policy_version, version)
                select md5('p' || n)::uuid, md5('r' || n)::uuid, customer, 'Portal', partner, md5('d' || n)::uuid, 'LIVE',
                       now() - interval '9 years', timestamptz '2091-01-01T00:00:00Z', 1, 0
                  from made where n % 30 = 3""");
        fillWhatBelongsToThem(ground);
        ground.run("set session_replication_role = origin");
        ground.run("vacuum analyze");
    }

    private static void fillWhatBelongsToThem(Ground ground) throws Exception {
        ground.run("insert into partner_number (partner_id) select partner_id from partner on conflict do nothing");
        ground.run("""
                insert into partner_absence (partner_id, gone_on, back_on)
                select partner_id, date '%1$s' - 20, date '%1$s' - 15 from partner""".formatted(MutableClock.now().toString().substring(0, 10)));
        ground.run("""
                insert into estimate_line (id, deal_id, position, income_point, quantity, unit_price_minor, tax_basis_points,
                    net_minor, tax_minor, performer, billed_by)
                select md5('e' || n)::uuid, md5('d' || n)::uuid, 0, 'IMPLEMENTATION', 1, 1200000, 0, 1200000, 0, 'PARTNER',
                       'PARTNER'
                  from made where n % 3 = 0""");
        ground.run("""
                insert into lead_move (lead_id, moved_at, from_status, to_status)
                select id, at, 'ROUTING', status from made""");
        ground.run("""
                insert into lead_note (id, lead_id, partner_id, noted_at, noted_by, note)
                select md5('n' || n)::uuid, id, partner, at, 'ann', 'They call back.' from made where n % 4 = 0""");
        ground.run(
                "insert into customer_key (key, customer_id) select md5('k' || n)::uuid, customer from made where n % 10 = 0");
        ground.run("""
                insert into deal_registration (id, partner_id, customer_id, product, currency, company, country, state,
                    registered_at, registered_by, policy_version, version)
                select md5('r' || n)::uuid, partner, customer, 'Portal', 'EUR', 'Company ' || n, 'DE', 'GRANTED', at, 'ann', 1, 0
                  from made where n % 10 = 0""");
        ground.run("""
                insert into partner_of_record_move (id, customer_id, to_partner_id, cause, why, moved_at, moved_by)
                select md5('m' || n)::uuid, customer, partner, 'MOVED', 'They asked.', at, 'desk' from made where n % 20 = 0""");
    }
}
