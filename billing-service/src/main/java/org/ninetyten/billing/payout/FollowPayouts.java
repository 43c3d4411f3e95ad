package org.ninetyten.billing.payout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.policy.PayoutPolicies;
import org.ninetyten.messaging.http.ProblemException;

/** Follows submitted payouts to their end: by the bank's answers, by their absence, or by a person's finding. */
@ApplicationScoped
public class FollowPayouts {

    private static final int AT_ONCE = 500;

    private final Payouts payouts;
    private final Accruals accruals;
    private final Ledger ledger;
    private final PayoutPolicies policies;
    private final PayoutEvents events;
    private final Audit audit;
    private final Clock clock;

    FollowPayouts(
            Payouts payouts,
            Accruals accruals,
            Ledger ledger,
            PayoutPolicies policies,
            PayoutEvents events,
            Audit audit,
            Clock clock) {
        this.payouts = payouts;
        this.accruals = accruals;
        this.ledger = ledger;
        this.policies = policies;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The money has left; in the caller's transaction, under the payout's lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(Payout payout, @Nullable String bankStatus, @Nullable String evidence, String by) {
        Instant now = now();
        payouts.end(payout.id(), PayoutState.SETTLED, bankStatus, null, evidence, by, now);
        List<Payouts.Line> lines = payouts.lines(payout.id());
        accruals.move(
                lines.stream().map(Payouts.Line::accrualId).toList(),
                AccrualState.PAID,
                "payout " + payout.id() + " was settled",
                by);
        ledger.post(PayoutBooking.settled(payout, now), now);
        events.settled(payout, now);
        List<PayoutEvents.PaidClaim> claims = lines.stream()
                .filter(line -> line.claimId() != null)
                .map(line -> new PayoutEvents.PaidClaim(
                        java.util.Objects.requireNonNull(line.claimId()),
                        payout.partnerId(),
                        payout.currency().getCurrencyCode(),
                        line.amountMinor()))
                .toList();
        if (!claims.isEmpty()) {
            events.reimbursementsPaid(claims, payout.id(), now);
        }
    }

    /** The money has not left: what it was to pay is payable again, by another payout. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fail(Payout payout, @Nullable String bankStatus, String reason, @Nullable String evidence, String by) {
        Instant now = now();
        payouts.end(payout.id(), PayoutState.FAILED, bankStatus, reason, evidence, by, now);
        payouts.releaseLines(payout.id(), now);
        accruals.move(
                payouts.lines(payout.id()).stream().map(Payouts.Line::accrualId).toList(),
                AccrualState.PAYABLE,
                "payout " + payout.id() + " failed",
                by);
        ledger.post(PayoutBooking.failed(payout, now), now);
        events.failed(payout, reason, now);
    }

    /**
     * A person found out what became of a payout that the bank didn't answer for.
     *
     * @param evidence what shows it, such as the number of a statement of the bank
     * @throws ProblemException 409 when the caller started its run, or it is not unknown
     */
    @Transactional
    public Payout reconcile(UUID id, boolean settled, String evidence, String by) {
        Payout payout = payouts.lock(id);
        if (payout.state() != PayoutState.UNKNOWN) {
            throw ProblemException.illegalState(
                    "The payout is " + payout.state() + ", not UNKNOWN.",
                    payout.state().next());
        }
        if (payout.draftedBy().equals(by)) {
            throw new ProblemException(PayoutProblem.OWN_PAYOUT, "Somebody other than " + by + " must decide.");
        }
        if (settled) {
            settle(payout, null, evidence, by);
        } else {
            fail(payout, null, "NOT_EXECUTED", evidence, by);
        }
        Payout after = payouts.find(id).orElseThrow();
        audit.record(by, "payout.reconciled", "payout/" + id, payout.state(), after.state(), evidence);
        return after;
    }

    /** Payouts without an answer for too long are unknown: they are neither paid again nor taken for paid. */
    @Transactional
    int markSilent() {
        Instant now = now();
        List<UUID> silent = payouts.silentSince(now.minus(policies.at(now).answerWithin()), AT_ONCE);
        silent.forEach(payouts::unknown);
        return silent.size();
    }

    @Scheduled(every = "1m", identity = "silent-payouts", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (markSilent() == AT_ONCE) {
            // There may be more.
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
