package org.ninetyten.billing.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Writes a further version of the policy, for days to come. */
@ApplicationScoped
public class WriteStatementPolicy {

    private final StatementPolicies policies;
    private final Audit audit;
    private final Clock clock;

    WriteStatementPolicy(StatementPolicies policies, Audit audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds the version.
     *
     * @param draft its version is not looked at: it becomes the next one
     * @throws ProblemException 400 when it would begin today or earlier, or with another version
     */
    @Transactional
    public StatementPolicy handle(StatementPolicy draft, String why, String by) {
        policies.lock();
        if (!draft.validFrom().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw ProblemException.invalid("validFrom", "must lie in the future: what was stated stays as it is");
        }
        if (draft.closeAfterDays() + draft.objectionDays() > draft.payoutDays()) {
            throw ProblemException.invalid(
                    "objectionDays", "must end before the payout is due: closeAfterDays + objectionDays ≤ payoutDays");
        }
        var all = policies.all();
        if (all.stream().anyMatch(other -> other.validFrom().equals(draft.validFrom()))) {
            throw ProblemException.invalid("validFrom", "is the first day of another version");
        }
        StatementPolicy written = new StatementPolicy(
                all.stream().mapToInt(StatementPolicy::version).max().orElse(0) + 1,
                draft.validFrom(),
                draft.closeAfterDays(),
                draft.objectionDays(),
                draft.payoutDays(),
                draft.disputeAnswerDays());
        policies.add(written, clock.instant(), by, why);
        audit.record(
                by,
                "statement-policy.written",
                "statement-policy/" + written.version(),
                policies.on(draft.validFrom().minusDays(1)),
                written,
                why);
        return written;
    }
}
