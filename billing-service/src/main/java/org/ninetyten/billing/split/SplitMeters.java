package org.ninetyten.billing.split;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the deals by outcome, once their transaction is committed: a batch that is tried again counts once. */
@ApplicationScoped
class SplitMeters {

    private final Map<DealOutcome, Counter> counters = new EnumMap<>(DealOutcome.class);

    private final Refunds refunds;
    private final AtomicLong waitingRefunds = new AtomicLong();

    SplitMeters(Refunds refunds, MeterRegistry meters) {
        this.refunds = refunds;
        Gauge.builder("ninetyten.billing.refunds.waiting", waitingRefunds, AtomicLong::get)
                .description("Refunds that are not booked: their deals have not come, or they do not fit them")
                .register(meters);
        for (DealOutcome outcome : DealOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("ninetyten.billing.deals")
                            .description("Closed deals by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Scheduled(every = "1m", delayed = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForWaitingRefunds() {
        waitingRefunds.set(QuarkusTransaction.requiringNew().call(refunds::waiting));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DealsDone done) {
        Counter counter = counters.get(done.outcome());
        if (counter != null) {
            counter.increment(done.count());
        }
    }
}
