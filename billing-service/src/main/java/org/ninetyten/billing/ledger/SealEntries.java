package org.ninetyten.billing.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds committed entries to the hash chain. Postings never wait for it: they leave a note, and the chain is extended behind
 * them, by one instance at a time. An entry that commits late is sealed late, and none is skipped.
 */
@Startup
@ApplicationScoped
public class SealEntries {

    private final ChainRows chain;
    private final LedgerConfig config;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();

    SealEntries(ChainRows chain, LedgerConfig config, Clock clock, MeterRegistry meters) {
        this.chain = chain;
        this.config = config;
        this.clock = clock;
        Gauge.builder("ninetyten.billing.ledger.unsealed", waiting::get)
                .description("Entries that are not yet part of the hash chain")
                .register(meters);
    }

    @Scheduled(
            every = "{billing.ledger.seal-every:10s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sealAll() {
        int sealed;
        do {
            sealed = QuarkusTransaction.requiringNew().call(this::handle);
        } while (sealed == config.sealBatch());
        waiting.set(chain.waiting());
    }

    /** Seals one batch and returns how many entries that were; none when another instance is at it. */
    @Transactional
    public int handle() {
        if (!chain.lockForSealing()) {
            return 0;
        }
        List<UUID> entries = chain.takeUnsealed(config.sealBatch());
        if (entries.isEmpty()) {
            return 0;
        }
        ChainRows.Head head = chain.head();
        long position = head.position();
        String hash = head.hash();
        List<ChainRows.Link> links = new ArrayList<>(entries.size());
        for (Map.Entry<UUID, ChainRows.Now> entry : chain.now(entries).entrySet()) {
            List<String> digests = ChainRows.digests(entry.getValue());
            hash = HashChain.next(hash, digests);
            links.add(new ChainRows.Link(++position, entry.getKey(), digests, hash));
        }
        chain.add(links, clock.instant());
        return links.size();
    }
}
