package org.ninetyten.billing.split;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts the deals by outcome, once their transaction is committed: a batch that is tried again counts once. */
@ApplicationScoped
class SplitMeters {

    private final Map<DealOutcome, Counter> counters = new EnumMap<>(DealOutcome.class);

    SplitMeters(MeterRegistry meters) {
        for (DealOutcome outcome : DealOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("ninetyten.billing.deals")
                            .description("Closed deals by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DealOutcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
