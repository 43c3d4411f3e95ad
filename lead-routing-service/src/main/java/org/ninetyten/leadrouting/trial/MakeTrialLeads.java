package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ninetyten.messaging.Correlation;

/**
 * Makes the leads that were decided on, each in a transaction of its own: what hinders one lead hinders no other, and
 * no scoring.
 */
@ApplicationScoped
public class MakeTrialLeads {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 12;

    private final Trials trials;
    private final TrialLeads leads;
    private final CaptureTrialLead captureLead;
    private final Clock clock;

    MakeTrialLeads(Trials trials, TrialLeads leads, CaptureTrialLead captureLead, Clock clock) {
        this.trials = trials;
        this.leads = leads;
        this.captureLead = captureLead;
        this.clock = clock;
    }

    /** A lead could not be made. */
    public static class NotMade extends RuntimeException {

        private final TrialLead decision;

        NotMade(TrialLead decision, RuntimeException cause) {
            super(cause);
            this.decision = decision;
        }
    }

    /** Makes the lead that waits longest; false when none waits. */
    @Transactional
    public boolean makeNext() {
        Optional<TrialLead> next = leads.lockToMake(now());
        if (next.isEmpty()) {
            return false;
        }
        TrialLead decision = next.get();
        Trial trial = trials.require(decision.trialId());
        Correlation.begin(trial.correlationId());
        try {
            leads.made(
                    decision.id(),
                    captureLead.capture(
                            trial,
                            decision.cause(),
                            decision.externalId(),
                            decision.message(),
                            decision.chosenPartnerId()),
                    trial.about().externalId());
        } catch (RuntimeException e) {
            throw new NotMade(decision, e);
        } finally {
            Correlation.end();
        }
        return true;
    }

    /** Has a lead that could not be made tried again later, and later still each time. */
    @Transactional
    public void postpone(NotMade failure) {
        TrialLead decision = failure.decision;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(decision.attempts(), MOST_DOUBLINGS));
        leads.failed(decision.id(), String.valueOf(failure.getCause()), now().plus(pause));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
