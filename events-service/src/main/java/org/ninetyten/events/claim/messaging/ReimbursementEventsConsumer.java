package org.ninetyten.events.claim.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.events.claim.MarkClaimPaid;
import org.ninetyten.events.claim.MarkClaimPaying;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;

/** Hears from billing that reimbursements are being paid, and that they have arrived. */
@ApplicationScoped
class ReimbursementEventsConsumer {

    private final MarkClaimPaying markPaying;
    private final MarkClaimPaid markPaid;
    private final Subscription reimbursements;

    @Inject
    ReimbursementEventsConsumer(Inbox inbox, MarkClaimPaying markPaying, MarkClaimPaid markPaid) {
        this.markPaying = markPaying;
        this.markPaid = markPaid;
        reimbursements = inbox.subscribe("billing.reimbursement")
                .on("org.ninetyten.billing.reimbursement.payable.v1", ReimbursementPayable.class, this::payable)
                .on("org.ninetyten.billing.reimbursement.paid.v1", ReimbursementPaid.class, this::paid);
    }

    @Incoming("billing-reimbursement")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        reimbursements.handle(records);
    }

    private void payable(IncomingEvent<ReimbursementPayable> event) {
        ReimbursementPayable payable = event.data();
        markPaying.handle(payable.claimId(), payable.amountMinor(), payable.currency(), payable.journalEntryId());
    }

    private void paid(IncomingEvent<ReimbursementPaid> event) {
        ReimbursementPaid paid = event.data();
        markPaid.handle(paid.claimId(), paid.amountMinor(), paid.currency());
    }
}
