package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Adds a version of the qualification policy. What was decided under an older one stays so. */
@ApplicationScoped
public class CreateQualificationPolicy {

    /** Policies have numbers, the audit record wants ids: this one stands for the qualification policy. */
    private static final UUID POLICY = new UUID(0x9010L << 48, 1);

    private final QualificationPolicies policies;
    private final Audit audit;
    private final Clock clock;

    CreateQualificationPolicy(QualificationPolicies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public QualificationPolicy create(
            String name, Instant validFrom, QualificationPolicy.Rules rules, String who, String why) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = validFrom.truncatedTo(ChronoUnit.MICROS);
        if (from.isBefore(now)) {
            throw ProblemException.invalid("validFrom", "must not be in the past");
        }
        if (rules.retentionDays() < rules.windowDays()) {
            throw ProblemException.invalid("rules.retentionDays", "must be at least the window");
        }
        if (rules.reachable() < rules.threshold()) {
            throw ProblemException.invalid(
                    "rules.threshold", "cannot be reached: all types together give " + rules.reachable() + " points");
        }
        if (policies.isTaken(from)) {
            throw new ProblemException(GeneralProblem.CONFLICT, "Another version is valid from " + from + ".");
        }
        QualificationPolicy before = policies.validAt(from);
        QualificationPolicy created = policies.add(name, from, rules, who, why, now);
        audit.record(
                who,
                "qualification-policy.created",
                POLICY,
                before.version() + " " + QualificationPolicies.write(before.rules()),
                created.version() + " " + QualificationPolicies.write(created.rules()),
                why);
        return created;
    }
}
