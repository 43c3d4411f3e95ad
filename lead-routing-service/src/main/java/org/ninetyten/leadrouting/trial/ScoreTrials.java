package org.ninetyten.leadrouting.trial;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;

/** Scores the trials that have new signals, or that no one has looked at under the present policy, many at a time. */
@ApplicationScoped
public class ScoreTrials {

    private final Trials trials;
    private final UsageSignals signals;
    private final TrialLeads leads;
    private final QualificationPolicies policies;
    private final LeadRoutingConfig config;
    private final Clock clock;

    ScoreTrials(
            Trials trials,
            UsageSignals signals,
            TrialLeads leads,
            QualificationPolicies policies,
            LeadRoutingConfig config,
            Clock clock) {
        this.trials = trials;
        this.signals = signals;
        this.leads = leads;
        this.policies = policies;
        this.config = config;
        this.clock = clock;
    }

    /** Scores trials with new signals; false when there were none. */
    @Transactional
    public boolean scoreDue() {
        UsageSignals.Taken due = signals.takeDue(config.scoreBatch());
        if (due.entries() == 0) {
            return false;
        }
        Instant now = now();
        decide(trials.lockUndecided(due.trials()), policies.validAt(now), now);
        return true;
    }

    /** Scores trials anew that were scored under older policies only; false when there are none. */
    @Transactional
    public boolean scoreUnderNewPolicy() {
        Instant now = now();
        QualificationPolicy policy = policies.validAt(now);
        List<Trial> behind = trials.lockScoredBefore(policy.version(), config.scoreBatch());
        if (behind.isEmpty()) {
            return false;
        }
        decide(behind, policy, now);
        trials.scoredUnder(policy.version(), behind.stream().map(Trial::id).toList());
        return true;
    }

    private void decide(List<Trial> undecided, QualificationPolicy policy, Instant now) {
        if (undecided.isEmpty()) {
            return;
        }
        QualificationPolicy.Rules rules = policy.rules();
        Map<UUID, List<UsageSignal>> counting = signals.after(
                rules.windowStart(now), undecided.stream().map(Trial::id).toList());
        List<TrialLead> decided = new ArrayList<>();
        for (Trial trial : undecided) {
            Score score = Score.of(counting.getOrDefault(trial.id(), List.of()), rules, now);
            if (score.reaches(rules.threshold())) {
                decided.add(new TrialLead(
                        UuidCreator.getTimeOrderedEpoch(),
                        trial.id(),
                        TrialCause.SCORE,
                        "trial:" + trial.about().externalId(),
                        null,
                        new TrialLead.Scoring(policy.version(), rules.threshold(), score.micros(), score.parts()),
                        null,
                        null,
                        now,
                        0,
                        null));
            }
        }
        if (!decided.isEmpty()) {
            leads.add(decided, now);
            trials.decided(decided.stream().map(TrialLead::trialId).toList(), now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
