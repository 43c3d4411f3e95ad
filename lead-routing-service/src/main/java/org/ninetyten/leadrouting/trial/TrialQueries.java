package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads trials with their scores. */
@ApplicationScoped
@Transactional
public class TrialQueries {

    private final Trials trials;
    private final UsageSignals signals;
    private final TrialLeads leads;
    private final QualificationPolicies policies;
    private final Clock clock;

    TrialQueries(Trials trials, UsageSignals signals, TrialLeads leads, QualificationPolicies policies, Clock clock) {
        this.trials = trials;
        this.signals = signals;
        this.leads = leads;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * A trial, what it scores at this moment under the present policy, and the leads that it made.
     *
     * @param lastSignalAt the newest signal that counts
     */
    public record Scored(
            Trial trial, TrialLead.Scoring score, @Nullable Instant lastSignalAt, List<TrialLead> leads) {}

    public Scored one(String externalId) {
        Trial trial = trials.require(externalId);
        Instant now = clock.instant();
        QualificationPolicy policy = policies.validAt(now);
        QualificationPolicy.Rules rules = policy.rules();
        List<UsageSignal> counting =
                signals.after(rules.windowStart(now), List.of(trial.id())).getOrDefault(trial.id(), List.of());
        Score score = Score.of(counting, rules, now);
        return new Scored(
                trial,
                new TrialLead.Scoring(policy.version(), rules.threshold(), score.micros(), score.parts()),
                counting.stream()
                        .map(UsageSignal::occurredAt)
                        .max(Instant::compareTo)
                        .orElse(null),
                leads.of(trial.id()));
    }

    /** Refuses with 404 when there is no such trial. */
    public void mustExist(String externalId) {
        trials.require(externalId);
    }
}
