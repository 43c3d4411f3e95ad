package org.ninetyten.leadrouting.bench;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.lead.RoutingAtRest;
import org.ninetyten.testing.Tokens;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Pairs;
import org.ninetyten.testing.bench.Spread;

/**
 * P1: a lead over REST (signed token, JSON, checks, comparison with all leads of before, event in the outbox, commit on
 * disk) against pgbench doing the bare SQL of it over as many connections. Routing and relay rest on both sides. Not part
 * of a build; run it with {@code ./ninetyten bench P1}.
 */
@QuarkusTest
@TestProfile(Ground.WithoutRelay.class)
class CaptureLeadBench {

    private static final int CONNECTIONS = 32;

    /** So many slices in a row must be alike, and the slowest of them so near to the fastest. */
    private static final int STEADY = 4;

    private static final double ALIKE = 0.85;

    @TestHTTPResource("/v1/leads")
    URI leads;

    @Inject
    RoutingAtRest routing;

    @Test
    void measures() throws Exception {
        Duration time = Duration.ofSeconds(Ground.setting("seconds", 15));
        AtomicInteger round = new AtomicInteger();
        Path script = Path.of("target", "bench", "capture.sql");
        Files.createDirectories(script.getParent());
        Files.writeString(script, TRANSACTION);
        routing.rest();
        try (Ground ground = Ground.open()) {
            ground.clear();
            HttpLoad load = new HttpLoad(leads, Tokens.client("website"));
            warmUp(load, time);
            Spread ratio = Pairs.ratio(
                    "POST of a lead ÷ pgbench",
                    Ground.setting("pairs", 5),
                    () -> {
                        long before = ground.count("select count(*) from lead");
                        long first = 10_000_000L * round.getAndIncrement();
                        HttpLoad.Result result = load.asFastAsPossible(
                                CONNECTIONS, time, number -> DemoRequests.body(first + number), 201);
                        System.out.printf(
                                "POST: median %.1f ms, p99 %.1f ms%n", result.percentile(50), result.percentile(99));
                        requireAll(ground, before + result.answered());
                        return result.rate();
                    },
                    () -> {
                        long before = ground.count("select count(*) from lead");
                        PgBench.Result result = PgBench.run(script, CONNECTIONS, time);
                        requireAll(ground, before + result.transactions());
                        return result.rate();
                    });
            Figures figures = new Figures("P1");
            figures.add(
                    "POST of a lead over REST ÷ pgbench with the same transaction, " + CONNECTIONS + " connections",
                    ratio,
                    ">= 0.60",
                    ratio.median() >= 0.60,
                    "every answer 201 is one lead with its keys and one event");
            figures.write();
        } finally {
            routing.resume();
        }
    }

    /**
     * Sends until the service gets no faster: a JVM that has not yet compiled what it runs says nothing of the service, and
     * how long that takes depends on the machine. pgbench needs no such time.
     */
    private static void warmUp(HttpLoad load, Duration slice) throws Exception {
        int most = Ground.setting("warmup", 600);
        List<Double> rates = new ArrayList<>();
        for (long seconds = 0; seconds < most && !isSteady(rates); seconds += slice.toSeconds()) {
            long first = 90_000_000L + 100_000L * rates.size();
            HttpLoad.Result result =
                    load.asFastAsPossible(CONNECTIONS, slice, number -> DemoRequests.body(first + number), 201);
            rates.add(result.rate());
        }
        System.out.printf(Locale.ROOT, "warmed up, %s: %s leads/s%n", isSteady(rates) ? "steady" : "NOT STEADY", rates);
    }

    /** Whether the last slices are alike. */
    private static boolean isSteady(List<Double> rates) {
        if (rates.size() < STEADY) {
            return false;
        }
        DoubleSummaryStatistics last = rates.subList(rates.size() - STEADY, rates.size()).stream()
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        return last.getMin() >= ALIKE * last.getMax();
    }

    private static void requireAll(Ground ground, long leads) throws SQLException {
        ground.require("leads", leads, "select count(*) from lead");
        ground.require("customers", leads, "select count(*) from customer");
        ground.require("leads with keys", leads, "select count(distinct lead_id) from lead_key");
        ground.require("leads with their event", leads, "select count(distinct message_key) from outbox");
        ground.require("events", leads, "select count(*) from outbox");
    }

    /**
     * What the service does for one lead, statement by statement: the locks and lookups in one round trip, the lead with
     * its customer and keys in the second, the event in the third, and the commit.
     */
    private static final String TRANSACTION = """
            \\set n random(1, 9000000000000000)
            \\set stripe random(0, 4000)
            \\startpipeline
            begin;
            select pg_advisory_xact_lock(9011, stripe) from unnest(array[:stripe::int, :stripe::int + 1, :stripe::int + 2,
                :stripe::int + 3, :stripe::int + 4]) as stripe;
            with asked as materialized (
                select * from unnest(
                    array[md5('e' || :n::text)::uuid, md5('p' || :n::text)::uuid, md5('d' || :n::text)::uuid],
                    array[0, 0, 0], array['EMAIL', 'PHONE', 'COMPANY_DOMAIN'], array['portal', 'portal', 'portal'])
                    as a (key, subject, kind, product))
            select a.subject, a.kind, m.lead_id, m.customer_id, m.same_wish, r.recent, false as blocked,
                   null::uuid as registered
              from asked a
             cross join lateral (
                    select from lead_key k where k.key = a.key and k.captured_at > now() - interval '180 days' limit 1) seen
              left join lateral (
                    select coalesce(s.id, l.id) as lead_id, l.customer_id,
                           coalesce(s.status, l.status) = any('{ROUTING,OFFERED,ACCEPTED,CONTACTED,WORKING,REVIEW,DESK}')
                               and lower(coalesce(s.product, l.product)) = a.product as same_wish
                      from (select k.lead_id from lead_key k
                             where k.key = a.key and k.captured_at > now() - interval '180 days'
                             order by k.captured_at desc limit 200) k
                     cross join lateral (
                            select id, customer_id, product, status, created_at, merged_into
                              from lead where id = k.lead_id limit 1) l
                      left join lateral (
                            select id, product, status from lead where id = l.merged_into limit 1) s on true
                     where l.status <> 'SPAM'
                     order by 3 desc, l.created_at desc
                     limit 1) m on true
             cross join lateral (
                    select count(*) as recent
                      from (select from lead_key k
                             where k.key = a.key and k.captured_at > now() - interval '1 hour' limit 20) n) r
            union all
            select null, null, null, null, null, 0, true, b.key
              from blocked_sender b where b.key = any(array(select key from asked))
            union all
            select null, null, null, c.customer_id, null, 0, false, c.key
              from customer_key c where c.key = any(array(select key from asked));
            select a.subject, l.id as lead_id, l.company
              from unnest(array[md5('a' || :n::text)::uuid, md5('b' || :n::text)::uuid], array[0, 0], array[12, 12],
                          array[:n::bigint, :n::bigint]) as a (key, subject, triples, bits)
             cross join lateral (
                    select k.lead_id
                      from (select k.lead_id, k.captured_at, k.name_triples, k.name_bits from lead_key k
                             where k.key = a.key and k.captured_at > now() - interval '180 days'
                             order by k.captured_at desc limit 200) k
                     where k.name_bits is null
                        or bit_count((k.name_bits # a.bits)::bit(64)) * 1000 <= 150 * (k.name_triples + a.triples)
                     order by k.captured_at desc limit 50) k
             cross join lateral (select id, company, status from lead where id = k.lead_id limit 1) l
             where l.company is not null and l.status not in ('SPAM', 'DUPLICATE');
            \\endpipeline
            with a_customer as (
                insert into customer (id, created_at) values (md5('c' || :n::text)::uuid, now())),
            a_lead as (
                insert into lead (id, source, product, company, contact_name, contact_email, contact_phone, consent, country,
                    city, latitude, longitude, language, needs, size_band, customer_id, status, correlation_id,
                    company_website, campaign, consent_at, offers, created_at, changed_at, version)
                values (md5('l' || :n::text)::uuid, 'DEMO_REQUEST', 'Portal', 'Company ' || :n::text || ' Ltd', 'Ann Example',
                    'ann@c' || :n::text || '.example', '+491512000000', true, 'DE', 'Berlin', 52.52, 13.405, 'de',
                    '{IMPLEMENTATION,TRAINING}', '50-249', md5('c' || :n::text)::uuid, 'ROUTING', md5(:n::text),
                    'www.c' || :n::text || '.example', 'spring', now(), 0, now(), now(), 0))
            insert into lead_key (key, captured_at, lead_id, name_triples, name_bits)
            select key, now(), md5('l' || :n::text)::uuid, triples, bits
              from unnest(array[md5('e' || :n::text)::uuid, md5('p' || :n::text)::uuid, md5('d' || :n::text)::uuid,
                                md5('a' || :n::text)::uuid, md5('b' || :n::text)::uuid],
                          array[null, null, null, 12, 12]::smallint[], array[null, null, null, :n::bigint, :n::bigint])
                   as k (key, triples, bits);
            insert into outbox (event_id, topic, message_key, type, payload, headers, occurred_at)
            values (md5('o' || :n::text)::uuid, 'leadrouting.lead', md5('l' || :n::text)::uuid::text,
                'org.ninetyten.leadrouting.lead.created.v1',
                '{"leadId":"01936a5e-7d2a-7c43-9d5b-3f1f1f1f1f1f","source":"DEMO_REQUEST","product":"Portal","country":"DE",'
                '"language":"de","needs":["IMPLEMENTATION","TRAINING"],"sizeBand":"50-249","status":"ROUTING",'
                '"campaign":"spring","occurredAt":"2026-11-28T12:00:00Z"}',
                '{"ce_correlationid":"01936a5e-7d2a-7c43-9d5b-3f1f1f1f1f1f"}', now());
            commit;
            """;
}
