package org.ninetyten.billing.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Approves drafted payouts, or takes them back before the bank hears of them. */
@ApplicationScoped
public class ApprovePayouts {

    private final Payouts payouts;
    private final PayoutRuns runs;
    private final Accruals accruals;
    private final Audit audit;
    private final Clock clock;

    ApprovePayouts(Payouts payouts, PayoutRuns runs, Accruals accruals, Audit audit, Clock clock) {
        this.payouts = payouts;
        this.runs = runs;
        this.accruals = accruals;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves one payout. Above the limit of the policy two people must, neither of whom started the run.
     *
     * @throws ProblemException 409 when the caller started the run or has approved it before, or it is no draft
     */
    @Transactional
    public Payout approve(UUID id, String by) {
        Payout before = payouts.lock(id);
        if (before.state() != PayoutState.DRAFT) {
            throw ProblemException.illegalState(
                    "The payout is " + before.state() + ", not DRAFT.",
                    before.state().next());
        }
        if (before.draftedBy().equals(by)) {
            throw new ProblemException(PayoutProblem.OWN_PAYOUT, "Somebody other than " + by + " must approve it.");
        }
        if (payouts.approvers(id).contains(by)) {
            throw new ProblemException(PayoutProblem.APPROVED_BEFORE, by + " has approved it already.");
        }
        payouts.approve(List.of(id), by, now());
        Payout after = payouts.find(id).orElseThrow();
        audit.record(by, "payout.approved", object(id), before.state(), after.state(), null);
        return after;
    }

    /**
     * Adds the caller's approval to all drafts of a run, and returns to how many. Those that have it are passed over, and
     * those above the limit wait for somebody else's.
     */
    @Transactional
    public int approveRun(UUID runId, String by) {
        PayoutRun run = runs.find(runId).orElseThrow(() -> ProblemException.notFound("payout run", runId));
        if (run.startedBy().equals(by)) {
            throw new ProblemException(PayoutProblem.OWN_PAYOUT, "Somebody other than " + by + " must approve them.");
        }
        if (!run.done()) {
            throw ProblemException.illegalState("The run is still drafting.", List.of());
        }
        List<UUID> drafts = payouts.lockDrafts(runId);
        // A statement of its own: one that waits for a lock does not see the approvals that were given meanwhile.
        Map<UUID, PayoutState> approved = payouts.approve(drafts, by, now());
        audit.recordAll(
                by,
                "payout.approved",
                approved.entrySet().stream()
                        .map(payout -> new Audit.Change(object(payout.getKey()), PayoutState.DRAFT, payout.getValue()))
                        .toList(),
                "all of payout-run/" + runId);
        return approved.size();
    }

    /** Takes a payout back before it is submitted: what it was to pay is payable again. */
    @Transactional
    public Payout cancel(UUID id, String why, String by) {
        Payout before = payouts.lock(id);
        if (!before.state().next().contains(PayoutState.CANCELLED)) {
            throw ProblemException.illegalState(
                    "The payout is " + before.state() + "; the bank knows of it.",
                    before.state().next());
        }
        Instant now = now();
        payouts.end(List.of(new Ending(before, null, why, null)), PayoutState.CANCELLED, by, now);
        payouts.releaseLines(List.of(id), now);
        accruals.move(
                payouts.lines(id).stream().map(Payouts.Line::accrualId).toList(),
                AccrualState.PAYABLE,
                "payout " + id + " was cancelled",
                by);
        audit.record(by, "payout.cancelled", object(id), before.state(), PayoutState.CANCELLED, why);
        return payouts.find(id).orElseThrow();
    }

    private static String object(UUID id) {
        return "payout/" + id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
