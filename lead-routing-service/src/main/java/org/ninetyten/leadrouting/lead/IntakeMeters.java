package org.ninetyten.leadrouting.lead;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.ninetyten.leadrouting.database.AfterCommit;

/** Counts what becomes of the leads that come in. */
@ApplicationScoped
public class IntakeMeters {

    private final AfterCommit afterCommit;
    private final Map<LeadStatus, Counter> captured = new EnumMap<>(LeadStatus.class);

    IntakeMeters(AfterCommit afterCommit, MeterRegistry meters) {
        this.afterCommit = afterCommit;
        for (LeadStatus status : LeadStatus.values()) {
            if (status == LeadStatus.ROUTING || LeadStatus.RECEIVED.next().contains(status)) {
                captured.put(
                        status,
                        Counter.builder("ninetyten.leads.captured")
                                .description("Leads that came in, by what became of them at once")
                                .tag("status", status.name())
                                .register(meters));
            }
        }
    }

    /** Counts leads, once the current transaction has committed. */
    void captured(Map<LeadStatus, Integer> counts) {
        afterCommit.run(() -> counts.forEach((status, leads) -> {
            Counter counter = captured.get(status);
            if (counter != null) {
                counter.increment(leads);
            }
        }));
    }
}
