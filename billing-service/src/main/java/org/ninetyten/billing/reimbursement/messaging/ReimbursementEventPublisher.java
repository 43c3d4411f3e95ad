package org.ninetyten.billing.reimbursement.messaging;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import org.ninetyten.billing.reimbursement.Reimbursement;
import org.ninetyten.billing.reimbursement.ReimbursementEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes payables on {@code billing.reimbursement}. */
@ApplicationScoped
class ReimbursementEventPublisher implements ReimbursementEvents {

    private final Outbox outbox;

    ReimbursementEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void payable(Reimbursement reimbursement) {
        outbox.append(new OutgoingEvent(
                "billing.reimbursement",
                reimbursement.claimId().toString(),
                "org.ninetyten.billing.reimbursement.payable.v1",
                new ReimbursementPayable(
                        reimbursement.claimId(),
                        reimbursement.partnerId(),
                        reimbursement.currency(),
                        reimbursement.approvedMinor(),
                        requireNonNull(reimbursement.journalEntryId(), "what is payable is booked"),
                        reimbursement.postedAt())));
    }
}
