package org.ninetyten.billing.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Looks whether the ledger balances, which the database enforces already: a second pair of eyes for the day when
 * somebody switches a trigger off. Each minute only what is new is summed, once a night everything.
 */
@Startup
@ApplicationScoped
class LedgerImbalance {

    private static final Logger LOG = Logger.getLogger(LedgerImbalance.class);

    private final LedgerQueries ledger;
    private final LedgerConfig config;
    private final Clock clock;
    private final AtomicLong recent = new AtomicLong();
    private final AtomicLong whole = new AtomicLong();

    LedgerImbalance(LedgerQueries ledger, LedgerConfig config, Clock clock, MeterRegistry meters) {
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
        Gauge.builder("ninetyten.billing.ledger.imbalance", () -> Math.max(recent.get(), whole.get()))
                .description("Minor units by which entries miss zero, over all currencies: always 0")
                .register(meters);
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkWhatIsNew() {
        recent.set(imbalanceSince(clock.instant().minus(config.checkWindow())));
    }

    @Scheduled(cron = "0 17 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkAll() {
        whole.set(imbalanceSince(Instant.EPOCH));
    }

    private long imbalanceSince(Instant instant) {
        long imbalance = ledger.imbalanceSince(instant).longValue();
        if (imbalance != 0) {
            LOG.errorf("The ledger is out of balance by %d minor units in entries since %s", imbalance, instant);
        }
        return imbalance;
    }
}
