package org.ninetyten.leadrouting.trial;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.AfterCommit;

/**
 * Stores usage signals, any number in one statement. Scoring is the worker's: a flood of signals costs the requests
 * that capture leads nothing but the disk.
 */
@ApplicationScoped
public class RecordSignals {

    private final UsageSignals signals;
    private final QualificationPolicies policies;
    private final QualificationWorker worker;
    private final AfterCommit afterCommit;
    private final Clock clock;
    private final Counter stored;
    private final Counter known;
    private final Counter refused;

    RecordSignals(
            UsageSignals signals,
            QualificationPolicies policies,
            QualificationWorker worker,
            AfterCommit afterCommit,
            Clock clock,
            MeterRegistry meters) {
        this.signals = signals;
        this.policies = policies;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.stored = counter(meters, "stored");
        this.known = counter(meters, "known");
        this.refused = counter(meters, "refused");
    }

    /** A signal as it was reported, with the product's id of its trial. */
    public record Reported(String trialExternalId, UsageSignal signal) {}

    /** What became of a reported signal; {@code field} and {@code reason} only where it was refused. */
    public record Result(
            Outcome outcome,
            @Nullable String field,
            @Nullable String reason) {}

    /** What may become of a signal. */
    public enum Outcome {
        STORED,
        KNOWN,
        REFUSED
    }

    /** Stores what can be stored; the results are in the order of the signals. */
    @Transactional
    public List<Result> record(List<Reported> reported) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant latest = now.plusSeconds(policies.validAt(now).rules().clockToleranceSeconds());
        List<UsageSignals.Addressed> storable = new ArrayList<>();
        for (Reported item : reported) {
            if (!item.signal().occurredAt().isAfter(latest)) {
                storable.add(new UsageSignals.Addressed(item.trialExternalId(), item.signal()));
            }
        }
        var outcomes = signals.store(storable, now).iterator();
        List<Result> results = new ArrayList<>(reported.size());
        for (Reported item : reported) {
            if (item.signal().occurredAt().isAfter(latest)) {
                results.add(new Result(Outcome.REFUSED, "occurredAt", "is in the future"));
                continue;
            }
            results.add(
                    switch (outcomes.next()) {
                        case STORED -> new Result(Outcome.STORED, null, null);
                        case KNOWN -> new Result(Outcome.KNOWN, null, null);
                        case UNKNOWN_TRIAL -> new Result(Outcome.REFUSED, "trial", "is not a trial that is known");
                    });
        }
        afterCommit.run(() -> {
            count(results);
            worker.wake();
        });
        return results;
    }

    private void count(List<Result> results) {
        results.forEach(result -> (switch (result.outcome()) {
                    case STORED -> stored;
                    case KNOWN -> known;
                    case REFUSED -> refused;
                })
                .increment());
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("ninetyten.trials.signals")
                .description("Usage signals by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
