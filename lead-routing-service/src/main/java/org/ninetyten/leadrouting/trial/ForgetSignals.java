package org.ninetyten.leadrouting.trial;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/**
 * Deletes signals that are older than the policy keeps them, in portions that each commit on their own. What made a
 * lead is kept with the decision.
 */
@ApplicationScoped
public class ForgetSignals {

    private final UsageSignals signals;
    private final QualificationPolicies policies;
    private final LeadRoutingConfig config;
    private final Clock clock;

    ForgetSignals(UsageSignals signals, QualificationPolicies policies, LeadRoutingConfig config, Clock clock) {
        this.signals = signals;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** Deletes all that is too old. */
    @Scheduled(
            every = "1h",
            delayed = "10m",
            identity = "forget-signals",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void forget() {
        Instant now = clock.instant();
        Instant before = now.minus(Duration.ofDays(policies.validAt(now).rules().retentionDays()));
        while (signals.forgetBefore(before, config.forgetBatch()) == config.forgetBatch()) {
            // The next portion.
        }
    }
}
