package org.ninetyten.leadrouting.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.ninetyten.leadrouting.MutableClock;
import org.ninetyten.testing.RealServers;
import org.ninetyten.testing.Tokens;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Spread;

/**
 * P9: from the answer to the POST of a lead until its LeadOffered is readable in Kafka, at half the rate of leads that the
 * service can take in and route, among 24,119 partners. Then whether ten thousand usage signals a second hurt the intake of
 * leads. Not part of a build; run it with {@code ./ninetyten bench P9}.
 */
@QuarkusTest
class OfferLatencyBench {

    private static final int CONNECTIONS = 16;
    private static final int SIGNALS_PER_REQUEST = 1_000;
    private static final int TRIALS = 1_000;
    private static final String OFFERED = "org.ninetyten.leadrouting.lead.offered.v1";

    @TestHTTPResource("/v1/leads")
    URI leads;

    @TestHTTPResource("/v1/trials")
    URI trials;

    @TestHTTPResource("/v1/usage-signals")
    URI signals;

    @Inject
    LargeNetwork network;

    private final AtomicLong numbers = new AtomicLong();

    @Test
    void measures() throws Exception {
        Duration time = Duration.ofSeconds(Ground.setting("seconds", 10));
        int runs = Ground.setting("pairs", 5);
        MutableClock.set(Instant.now());
        try (Ground ground = Ground.open()) {
            ground.clear();
            network.load();
            HttpLoad load = new HttpLoad(leads, Tokens.client("website"));
            load.asFastAsPossible(CONNECTIONS, Duration.ofSeconds(Ground.setting("warmup", 40)), any -> next(), 201);
            drain(ground);
            measure(ground, load, time, runs);
        }
    }

    /** Once the topic is there, which the first leads made. */
    private void measure(Ground ground, HttpLoad load, Duration time, int runs) throws Exception {
        try (Offers offers = new Offers()) {
            double most = most(ground, load, time);
            List<Double> medians = new ArrayList<>();
            List<Double> slowest = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                List<Double> millis = untilOffered(load, offers, time, most / 2);
                drain(ground);
                medians.add(percentile(millis, 50));
                slowest.add(percentile(millis, 99));
                System.out.printf(
                        Locale.ROOT,
                        "POST answered to LeadOffered at %.0f leads/s: median %.1f ms, p99 %.1f ms%n",
                        most / 2,
                        medians.getLast(),
                        slowest.getLast());
            }
            Figures figures = new Figures("P9");
            Spread p99 = Spread.of(slowest);
            figures.add(
                    String.format(
                            Locale.ROOT,
                            "POST answered to LeadOffered readable, p99 in ms at %.0f leads/s, half of %.0f; median %s",
                            most / 2,
                            most,
                            Spread.of(medians)),
                    p99,
                    "<= 50 ms",
                    p99.median() <= 50,
                    "every lead that was answered was offered, once");
            addSignals(figures, ground, load, time, runs, most / 2);
            figures.write();
        }
    }

    /** Leads a second from the first request until the last one is routed and published. */
    private double most(Ground ground, HttpLoad load, Duration time) throws Exception {
        long begin = System.nanoTime();
        HttpLoad.Result result = load.asFastAsPossible(CONNECTIONS, time, any -> next(), 201);
        drain(ground);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "As fast as possible: %.0f leads/s taken in, %.0f leads/s with offer and events in Kafka%n",
                result.rate(),
                result.answered() / seconds);
        return result.answered() / seconds;
    }

    private List<Double> untilOffered(HttpLoad load, Offers offers, Duration time, double rate) throws Exception {
        Map<String, Long> answered = new ConcurrentHashMap<>();
        load.atRate(
                CONNECTIONS,
                time,
                rate,
                any -> next(),
                201,
                (number, body, due, at) -> answered.put(member(body, "id"), at));
        List<Double> millis = new ArrayList<>();
        for (Map.Entry<String, Long> lead : answered.entrySet()) {
            // Some are offered before their sender has read the answer.
            millis.add(Math.max(0, offers.await(lead.getKey()) - lead.getValue()) / 1e6);
        }
        millis.sort(null);
        return millis;
    }

    private void addSignals(Figures figures, Ground ground, HttpLoad load, Duration time, int pairs, double rate)
            throws Exception {
        HttpLoad product = new HttpLoad(trials, Tokens.client("product"));
        AtomicLong trial = new AtomicLong();
        long until = TRIALS;
        while (trial.get() < until) {
            product.asFastAsPossible(4, Duration.ofMillis(500), any -> signUp(trial.getAndIncrement()), 201);
        }
        int perSecond = Ground.setting("signals", 10_000);
        List<Double> ratios = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> stored = new ArrayList<>();
        for (int pair = 0; pair <= pairs; pair++) {
            double quiet = load.atRate(CONNECTIONS, time, rate, any -> next(), 201, HttpLoad.IGNORE)
                    .percentile(99);
            drain(ground);
            long before = ground.count("select count(*) from usage_signal");
            FutureTask<Long> sent = new FutureTask<>(() -> sendSignals(time, perSecond));
            Thread sender = new Thread(sent, "signals");
            sender.start();
            double busy = load.atRate(CONNECTIONS, time, rate, any -> next(), 201, HttpLoad.IGNORE)
                    .percentile(99);
            long signalsSent = sent.get();
            drain(ground);
            ground.require("signals", before + signalsSent, "select count(*) from usage_signal");
            double signalsPerSecond = signalsSent / (double) time.toSeconds();
            System.out.printf(
                    Locale.ROOT,
                    "POST of a lead at %.0f/s, p99: %.1f ms, with %.0f signals/s %.1f ms%n",
                    rate,
                    quiet,
                    signalsPerSecond,
                    busy);
            if (pair > 0) {
                without.add(quiet);
                with.add(busy);
                stored.add(signalsPerSecond);
                ratios.add(busy / quiet);
            }
        }
        figures.add(
                String.format(
                        Locale.ROOT,
                        "p99 of the POST of a lead with %s signals/s ÷ without; ms with %s, without %s",
                        Spread.of(stored),
                        Spread.of(with),
                        Spread.of(without)),
                Spread.of(ratios),
                "<= 2",
                Spread.of(ratios).median() <= 2,
                "every lead was answered 201, every signal is stored once");
    }

    private long sendSignals(Duration time, int perSecond) throws Exception {
        HttpLoad.Result result = new HttpLoad(signals, Tokens.client("product"))
                .atRate(4, time, perSecond / (double) SIGNALS_PER_REQUEST, any -> usage(), 200, HttpLoad.IGNORE);
        return result.answered() * (long) SIGNALS_PER_REQUEST;
    }

    private String next() {
        return DemoRequests.body(numbers.getAndIncrement());
    }

    private String signUp(long number) {
        return """
               {"externalId": "bench-%d", "kind": "TRIAL", "product": "Portal", "company": "Trial %d",
                "contact": {"name": "Ann Example", "email": "ann@trial%d.example"}, "country": "NZ", "language": "en",
                "consent": true, "signedUpAt": "%s"}""".formatted(number, number, number, MutableClock.now());
    }

    private String usage() {
        StringBuilder body = new StringBuilder("{\"signals\": [");
        for (int i = 0; i < SIGNALS_PER_REQUEST; i++) {
            long number = numbers.getAndIncrement();
            body.append(i == 0 ? "" : ",")
                    .append("{\"trial\": \"bench-")
                    .append(number % TRIALS)
                    .append("\", \"id\": \"s-")
                    .append(number)
                    .append("\", \"type\": \"STORAGE_USED_MB\", \"value\": 0, \"occurredAt\": \"")
                    .append(MutableClock.now())
                    .append("\"}");
        }
        return body.append("]}").toString();
    }

    /** Waits until nothing waits. */
    private static void drain(Ground ground) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (ground.count(
                        "select (select count(*) from lead where status = 'ROUTING') + (select count(*) from outbox)")
                > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Routing or relay do not come to an end");
            }
            LockSupport.parkNanos(5_000_000);
        }
        ground.require(
                "leads that are neither offered nor at an end",
                0,
                "select count(*) from lead l where status = 'OFFERED'"
                        + " and 1 <> (select count(*) from offer o where o.lead_id = l.id and o.state = 'PENDING')");
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.clamp((int) Math.ceil(sorted.size() * percent / 100.0) - 1L, 0, sorted.size() - 1));
    }

    private static String member(String json, String name) {
        int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    /** A consumer that notes when each lead's offer could be read. */
    private static final class Offers implements AutoCloseable {

        private final Map<String, Long> arrived = new ConcurrentHashMap<>();
        private final CountDownLatch started = new CountDownLatch(1);
        private final Thread thread = new Thread(this::listen, "offers");
        private volatile boolean closed;

        Offers() throws InterruptedException {
            thread.start();
            if (!started.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The topic of leads cannot be read");
            }
        }

        private void listen() {
            try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", RealServers.bootstrapServers(), "fetch.max.wait.ms", "100"),
                    new StringDeserializer(),
                    new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = consumer.partitionsFor("leadrouting.lead").stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
                if (partitions.isEmpty()) {
                    throw new IllegalStateException("Nothing was ever published");
                }
                consumer.assign(partitions);
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
                started.countDown();
                while (!closed) {
                    for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                        String type =
                                new String(event.headers().lastHeader("ce_type").value(), UTF_8);
                        if (type.equals(OFFERED) && arrived.put(event.key(), System.nanoTime()) != null) {
                            throw new IllegalStateException("Lead " + event.key() + " was offered twice");
                        }
                    }
                }
            }
        }

        long await(String lead) {
            long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            for (Long at = arrived.get(lead); ; at = arrived.get(lead)) {
                if (at != null) {
                    return at;
                }
                if (System.nanoTime() > end || !thread.isAlive()) {
                    throw new IllegalStateException("Lead " + lead + " was never offered");
                }
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
