package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ninetyten.messaging.http.ProblemException;

/** Takes note of a sign-up. Repeating it changes nothing. */
@ApplicationScoped
public class StartTrial {

    private final Trials trials;
    private final QualificationPolicies policies;
    private final Clock clock;

    StartTrial(Trials trials, QualificationPolicies policies, Clock clock) {
        this.trials = trials;
        this.policies = policies;
        this.clock = clock;
    }

    /** The trial as it is known, and whether it is a new one. */
    public record Started(Trial trial, boolean isNew) {}

    @Transactional
    public Started start(NewTrial about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QualificationPolicy policy = policies.validAt(now);
        if (about.signedUpAt().isAfter(now.plusSeconds(policy.rules().clockToleranceSeconds()))) {
            throw ProblemException.invalid("signedUpAt", "is in the future");
        }
        boolean isNew = trials.addUnlessKnown(about, policy.version(), now);
        return new Started(trials.require(about.externalId()), isNew);
    }
}
