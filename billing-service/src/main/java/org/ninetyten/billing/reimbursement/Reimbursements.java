package org.ninetyten.billing.reimbursement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.billing.database.Database;

/** All reimbursements. */
@ApplicationScoped
public class Reimbursements {

    private final Database database;

    Reimbursements(Database database) {
        this.database = database;
    }

    /** The reimbursement of a claim, if it was posted. */
    @Transactional
    public Optional<Reimbursement> find(UUID claimId) {
        return database.first(
                "select * from reimbursement where claim_id = ?",
                row -> new Reimbursement(
                        claimId,
                        row.getObject("event_id", UUID.class),
                        row.getObject("partner_id", UUID.class),
                        row.getString("currency"),
                        row.getLong("eligible_minor"),
                        row.getLong("approved_minor"),
                        row.getObject("journal_entry_id", UUID.class),
                        Database.instant(row, "posted_at")),
                claimId);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Reimbursement reimbursement) {
        database.update(
                """
                insert into reimbursement (claim_id, event_id, partner_id, currency, eligible_minor, approved_minor,
                    journal_entry_id, posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                reimbursement.claimId(),
                reimbursement.eventId(),
                reimbursement.partnerId(),
                reimbursement.currency(),
                reimbursement.eligibleMinor(),
                reimbursement.approvedMinor(),
                reimbursement.journalEntryId(),
                reimbursement.postedAt());
    }
}
