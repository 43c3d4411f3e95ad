package org.ninetyten.billing.reimbursement;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.Account;
import org.ninetyten.billing.ledger.AccountType;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.ledger.Posting;

/** Books what the vendor owes for an approved claim, once. */
@ApplicationScoped
public class PostReimbursement {

    private final Reimbursements reimbursements;
    private final Ledger ledger;
    private final Accruals accruals;
    private final ReimbursementEvents events;
    private final Clock clock;

    PostReimbursement(
            Reimbursements reimbursements, Ledger ledger, Accruals accruals, ReimbursementEvents events, Clock clock) {
        this.reimbursements = reimbursements;
        this.ledger = ledger;
        this.accruals = accruals;
        this.events = events;
        this.clock = clock;
    }

    /** Returns false when the claim was posted before. */
    @Transactional
    public boolean handle(ApprovedClaim claim) {
        if (reimbursements.find(claim.claimId()).isPresent()) {
            return false;
        }
        Instant now = clock.instant();
        JournalEntry entry = entryFor(claim, now);
        Reimbursement reimbursement = new Reimbursement(
                claim.claimId(),
                claim.eventId(),
                claim.partnerId(),
                claim.currency().getCurrencyCode(),
                claim.eligibleMinor(),
                claim.approvedMinor(),
                entry.isEmpty() ? null : entry.id(),
                now);
        if (!entry.isEmpty()) {
            ledger.post(entry, now);
        }
        reimbursements.add(reimbursement);
        if (reimbursement.journalEntryId() != null) {
            accruals.addAll(List.of(accrualOf(claim, entry, now)));
            events.payable(reimbursement);
        }
        return true;
    }

    /** A claim was decided on its evidence, so it is payable at once; the next statement shows it. */
    private static Accrual accrualOf(ApprovedClaim claim, JournalEntry entry, Instant now) {
        return new Accrual(
                UuidCreator.getTimeOrderedEpoch(),
                claim.partnerId(),
                Accrual.Kind.REIMBURSEMENT,
                null,
                null,
                null,
                null,
                claim.claimId(),
                null,
                null,
                entry.effective(),
                claim.currency(),
                claim.approvedMinor(),
                null,
                """
                {"claimId": "%s", "eligibleMinor": %d, "approvedMinor": %d}""".formatted(claim.claimId(), claim.eligibleMinor(), claim.approvedMinor()),
                entry.id(),
                now,
                AccrualState.PAYABLE,
                null);
    }

    private static JournalEntry entryFor(ApprovedClaim claim, Instant now) {
        return new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                JournalEntry.Kind.REIMBURSEMENT,
                claim.claimId(),
                1,
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                "Reimbursement of an event's cost",
                List.of(
                        new Posting(
                                Account.of(AccountType.REIMBURSEMENT_EXPENSE, claim.currency()), claim.approvedMinor()),
                        new Posting(
                                Account.of(AccountType.PARTNER_PAYABLE, claim.partnerId(), claim.currency()),
                                -claim.approvedMinor())));
    }
}
