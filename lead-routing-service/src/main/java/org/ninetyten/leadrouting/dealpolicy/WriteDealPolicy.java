package org.ninetyten.leadrouting.dealpolicy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Adds a version of the deal policy. What was granted under an older one stays so. */
@ApplicationScoped
public class WriteDealPolicy {

    /** Policies have numbers, the audit record wants ids: this one stands for the deal policy. */
    private static final UUID POLICY = new UUID(0x9010L << 48, 2);

    private final DealPolicies policies;
    private final Audit audit;
    private final Clock clock;

    WriteDealPolicy(DealPolicies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds the policy; its version is the next one, whatever it says. */
    @Transactional
    public DealPolicy write(DealPolicy policy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (policy.validFrom().isBefore(now)) {
            throw ProblemException.invalid("validFrom", "must not be in the past");
        }
        if (policies.isTaken(policy.validFrom())) {
            throw new ProblemException(
                    GeneralProblem.CONFLICT, "Another version is valid from " + policy.validFrom() + ".");
        }
        DealPolicy before = policies.validAt(policy.validFrom());
        DealPolicy written = policies.add(policy, now);
        audit.record(
                policy.createdBy(), "deal-policy.written", POLICY, before.toString(), written.toString(), policy.why());
        return written;
    }
}
