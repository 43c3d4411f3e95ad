package org.ninetyten.billing.payout;

import static java.util.Objects.requireNonNull;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** The money has left; in the caller's transaction, under the payouts' locks. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(Collection<Ending> endings, String by) {
        if (endings.isEmpty()) {
            return;
        }
        Instant now = now();
        Map<UUID, Payout> settled = payoutsOf(endings);
        payouts.end(endings, PayoutState.SETTLED, by, now);
        List<Payouts.PaidLine> lines = payouts.lines(settled.keySet());
        accruals.move(reasons(lines, "was settled"), AccrualState.PAID, by);
        ledger.postAll(
                settled.values().stream()
                        .map(payout -> PayoutBooking.settled(payout, now))
                        .toList(),
                now);
        events.settled(settled.values(), now);
        events.reimbursementsPaid(
                lines.stream()
                        .filter(line -> line.claimId() != null)
                        .map(line -> {
                            Payout payout = requireNonNull(settled.get(line.payoutId()));
                            return new PayoutEvents.PaidClaim(
                                    requireNonNull(line.claimId()),
                                    payout.partnerId(),
                                    payout.currency().getCurrencyCode(),
                                    line.amountMinor(),
                                    payout.id());
                        })
                        .toList(),
                now);
    }

    /** The money has not left: what it was to pay is payable again, by other payouts. */
    @Transactional(Transactional.TxType.MANDATORY)
    void fail(Collection<Ending> endings, String by) {
        if (endings.isEmpty()) {
            return;
        }
        Instant now = now();
        Map<UUID, Payout> failed = payoutsOf(endings);
        payouts.end(endings, PayoutState.FAILED, by, now);
        payouts.releaseLines(failed.keySet(), now);
        accruals.move(reasons(payouts.lines(failed.keySet()), "failed"), AccrualState.PAYABLE, by);
        ledger.postAll(
                failed.values().stream()
                        .map(payout -> PayoutBooking.failed(payout, now))
                        .toList(),
                now);
        events.failed(
                endings.stream()
                        .map(ending -> new PayoutEvents.Failed(ending.payout(), requireNonNull(ending.reason())))
                        .toList(),
                now);
    }

    private static Map<UUID, Payout> payoutsOf(Collection<Ending> endings) {
        Map<UUID, Payout> payouts = new LinkedHashMap<>();
        endings.forEach(ending -> payouts.put(ending.payout().id(), ending.payout()));
        return payouts;
    }

    private static Map<UUID, String> reasons(List<Payouts.PaidLine> lines, String what) {
        Map<UUID, String> reasons = new HashMap<>();
        lines.forEach(line -> reasons.put(line.accrualId(), "payout " + line.payoutId() + " " + what));
        return reasons;
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
            settle(List.of(new Ending(payout, null, null, evidence)), by);
        } else {
            fail(List.of(new Ending(payout, null, "NOT_EXECUTED", evidence)), by);
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
        payouts.unknown(silent);
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
