package org.ninetyten.billing.reimbursement.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.billing.reimbursement.PostReimbursement;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Has each approved claim booked as a payable. */
@ApplicationScoped
class ClaimEventsConsumer {

    private final Subscription claims;

    @Inject
    ClaimEventsConsumer(Inbox inbox, PostReimbursement post) {
        claims = inbox.subscribe("events.claim")
                .on(
                        "org.ninetyten.events.claim.approved.v1",
                        ReimbursementApproved.class,
                        event -> post.handle(event.data().claim()));
    }

    @Incoming("events-claim")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        claims.handle(records);
    }
}
