package org.ninetyten.billing.dispute;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.ledger.Posting;
import org.ninetyten.messaging.http.ProblemException;

/** Ends a dispute. The line goes on from where it was; what is corrected is a further line of the next statement. */
@ApplicationScoped
public class ResolveDispute {

    private final Disputes disputes;
    private final AccrualQueries queries;
    private final Accruals accruals;
    private final Ledger ledger;
    private final DisputeEvents events;
    private final Audit audit;
    private final Clock clock;

    ResolveDispute(
            Disputes disputes,
            AccrualQueries queries,
            Accruals accruals,
            Ledger ledger,
            DisputeEvents events,
            Audit audit,
            Clock clock) {
        this.disputes = disputes;
        this.queries = queries;
        this.accruals = accruals;
        this.ledger = ledger;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    private record Kept(DisputeState state, long correctionMinor) {}

    /**
     * Gives the partner what the line lacks, or takes what it has too much.
     *
     * @param correctionMinor added to what the line says; not 0, and not more than the line when it is taken away
     * @throws ProblemException 404 when there is no such dispute; 409 when it has ended or is of the caller's making
     */
    @Transactional
    public Dispute correct(UUID id, long correctionMinor, String answer, String by) {
        Dispute dispute = requireOpen(id, DisputeState.CORRECTED);
        requireAnother(dispute, by);
        AccrualQueries.View line = queries.find(dispute.accrualId()).orElseThrow();
        if (correctionMinor < 0 && line.amountMinor() + correctionMinor < Math.min(0, line.amountMinor())) {
            throw ProblemException.invalid("correctionMinor", "takes more than the line has");
        }
        Instant now = clock.instant();
        Accrual correction = book(dispute, line, correctionMinor, now);
        return end(dispute, DisputeState.CORRECTED, answer, by, now, correction);
    }

    /** Leaves the line as it is, with a reason; the same refusals as {@link #correct}. */
    @Transactional
    public Dispute reject(UUID id, String answer, String by) {
        Dispute dispute = requireOpen(id, DisputeState.REJECTED);
        requireAnother(dispute, by);
        return end(dispute, DisputeState.REJECTED, answer, by, clock.instant(), null);
    }

    /** Takes a dispute back, for the partner. */
    @Transactional
    public Dispute withdraw(UUID id, UUID partnerId, String why, String by) {
        Dispute dispute = disputes.lock(id)
                .filter(one -> one.partnerId().equals(partnerId))
                .orElseThrow(() -> ProblemException.notFound("dispute", id));
        requireState(dispute, DisputeState.WITHDRAWN);
        return end(dispute, DisputeState.WITHDRAWN, why, by, clock.instant(), null);
    }

    private Dispute requireOpen(UUID id, DisputeState to) {
        Dispute dispute = disputes.lock(id).orElseThrow(() -> ProblemException.notFound("dispute", id));
        requireState(dispute, to);
        return dispute;
    }

    private static void requireState(Dispute dispute, DisputeState to) {
        if (!dispute.state().next().contains(to)) {
            throw ProblemException.illegalState(
                    "Dispute %s is %s and can't become %s.".formatted(dispute.id(), dispute.state(), to),
                    dispute.state().next().stream().sorted().toList());
        }
    }

    private static void requireAnother(Dispute dispute, String by) {
        if (dispute.openedBy().equals(by)) {
            throw ProblemException.illegalState(
                    "Dispute %s is answered by somebody else than who opened it.".formatted(dispute.id()), List.of());
        }
    }

    private Accrual book(Dispute dispute, AccrualQueries.View line, long minor, Instant now) {
        Currency currency = Currency.getInstance(line.currency());
        JournalEntry entry = new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                JournalEntry.Kind.DISPUTE_CORRECTION,
                dispute.id(),
                1,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                "A disputed line is corrected",
                List.of(
                        new Posting(Account.of(AccountType.VENDOR_REVENUE, currency), minor),
                        new Posting(Account.of(AccountType.PARTNER_PAYABLE, line.partnerId(), currency), -minor)));
        ledger.post(entry, now);
        // Of the line's month, which is closed or about to be: it is on the next statement. Without the line's id,
        // since
        // what was settled between two people is no part of what a refund of the line reckons with.
        Accrual correction = new Accrual(
                UuidCreator.getTimeOrderedEpoch(),
                line.partnerId(),
                Accrual.Kind.CORRECTION,
                line.parentId() == null ? line.id() : line.parentId(),
                line.dealId(),
                null,
                line.incomePoint(),
                dispute.id(),
                null,
                null,
                line.invoiceDate(),
                currency,
                minor,
                null,
                """
                {"dispute": "%s", "accrual": "%s", "disputedMinor": %d, "correctionMinor": %d}""".formatted(dispute.id(), line.id(), line.amountMinor(), minor),
                entry.id(),
                now,
                AccrualState.CLEARED,
                null);
        accruals.addAll(List.of(correction));
        return correction;
    }

    private Dispute end(
            Dispute dispute, DisputeState to, String answer, String by, Instant now, @Nullable Accrual correction) {
        long minor = correction == null ? 0 : correction.amountMinor();
        Dispute ended = new Dispute(
                dispute.id(),
                dispute.partnerId(),
                dispute.accrualId(),
                dispute.statementId(),
                dispute.currency(),
                dispute.reason(),
                dispute.text(),
                dispute.openedAt(),
                dispute.openedBy(),
                dispute.answerDue(),
                to,
                answer,
                now,
                by,
                minor,
                correction == null ? null : correction.id());
        disputes.end(ended);
        accruals.release(List.of(dispute.accrualId()), "the dispute about it has ended: " + to, by);
        events.resolved(ended);
        audit.record(
                by,
                "dispute.ended",
                "dispute/" + dispute.id(),
                new Kept(dispute.state(), 0),
                new Kept(to, minor),
                answer);
        return ended;
    }
}
