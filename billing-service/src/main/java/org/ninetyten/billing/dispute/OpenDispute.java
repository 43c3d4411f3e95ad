package org.ninetyten.billing.dispute;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.accrual.FreezeReason;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.legalentity.LegalEntities;
import org.ninetyten.billing.statement.Statement;
import org.ninetyten.billing.statement.StatementPolicies;
import org.ninetyten.billing.statement.StatementPolicy;
import org.ninetyten.billing.statement.Statements;
import org.ninetyten.messaging.http.ProblemException;

/** Takes a partner's word that one line is wrong, and freezes that line until there is an answer; the others go on. */
@ApplicationScoped
public class OpenDispute {

    private final AccrualQueries queries;
    private final Accruals accruals;
    private final Statements statements;
    private final StatementPolicies policies;
    private final LegalEntities legalEntities;
    private final Disputes disputes;
    private final DisputeEvents events;
    private final Audit audit;
    private final Clock clock;

    OpenDispute(
            AccrualQueries queries,
            Accruals accruals,
            Statements statements,
            StatementPolicies policies,
            LegalEntities legalEntities,
            Disputes disputes,
            DisputeEvents events,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.accruals = accruals;
        this.statements = statements;
        this.policies = policies;
        this.legalEntities = legalEntities;
        this.disputes = disputes;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the dispute.
     *
     * @param accrualId a line of the partner's, on a statement or before it
     * @throws ProblemException 404 when the partner has no such line; 409 when it can't be disputed: the time to object is
     *     over, it is disputed already, or it is a claim or a part of a debt, which are decided elsewhere
     */
    @Transactional
    public Dispute handle(UUID partnerId, UUID accrualId, DisputeReason reason, String text, String by) {
        AccrualQueries.View line = queries.find(accrualId)
                .filter(view -> view.partnerId().equals(partnerId))
                .orElseThrow(() -> ProblemException.notFound("accrual", accrualId));
        Instant now = clock.instant();
        requireDisputable(line, now);
        accruals.freeze(List.of(accrualId), FreezeReason.DISPUTE, null, "the partner disputes it", by);
        StatementPolicy policy = policies.on(LocalDate.ofInstant(now, ZoneOffset.UTC));
        Dispute dispute = new Dispute(
                UuidCreator.getTimeOrderedEpoch(),
                partnerId,
                accrualId,
                line.statementId(),
                line.currency(),
                reason,
                text,
                now,
                by,
                policy.answerDue(now, legalEntities.of(partnerId).workingDays()),
                DisputeState.OPEN,
                null,
                null,
                null,
                0,
                null);
        disputes.add(dispute, policy.version());
        events.opened(dispute);
        audit.record(by, "dispute.opened", "accrual/" + accrualId, line.state(), AccrualState.FROZEN, reason.name());
        return dispute;
    }

    private void requireDisputable(AccrualQueries.View line, Instant now) {
        if (line.kind() == Accrual.Kind.REIMBURSEMENT || line.kind() == Accrual.Kind.RECOVERY) {
            throw ProblemException.illegalState(
                    "Accrual %s is a %s: the claim or the debt behind it is what can be disputed."
                            .formatted(line.id(), line.kind()),
                    List.of());
        }
        boolean open = line.state().isBeforeStatement() || (line.state() == AccrualState.STATED && isOpen(line, now));
        if (!open) {
            throw ProblemException.illegalState(
                    "Accrual %s is %s and can't be disputed (any more).".formatted(line.id(), line.state()), List.of());
        }
    }

    /** Whether the partner may still object to the statement that the line is on. */
    private boolean isOpen(AccrualQueries.View line, Instant now) {
        UUID statementId = line.statementId();
        return statementId != null
                && statements
                        .find(statementId)
                        .filter(statement -> statement.state() == Statement.State.ISSUED)
                        .filter(statement -> statement.objectionsUntil().isAfter(now))
                        .isPresent();
    }
}
