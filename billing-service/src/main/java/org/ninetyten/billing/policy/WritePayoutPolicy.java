package org.ninetyten.billing.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Writes a further version of the payout policy. */
@ApplicationScoped
public class WritePayoutPolicy {

    private final PayoutPolicies policies;
    private final Audit audit;
    private final Clock clock;

    WritePayoutPolicy(PayoutPolicies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds the version.
     *
     * @throws ProblemException 400 when it would change what was decided already
     */
    @Transactional
    public PayoutPolicy write(PayoutPolicy draft) {
        Instant now = clock.instant();
        if (draft.validFrom().isBefore(now)) {
            throw ProblemException.invalid("validFrom", "must not lie in the past: what was decided stays so");
        }
        PayoutPolicy before = policies.at(draft.validFrom());
        PayoutPolicy written = policies.add(draft);
        audit.record(
                draft.createdBy(),
                "payout-policy.written",
                "payout-policy/" + written.version(),
                before,
                written,
                draft.why());
        return written;
    }
}
