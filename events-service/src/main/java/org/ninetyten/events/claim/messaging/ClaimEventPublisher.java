package org.ninetyten.events.claim.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ninetyten.events.claim.ClaimEvent;
import org.ninetyten.events.claim.ClaimEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes reimbursements. */
@ApplicationScoped
class ClaimEventPublisher implements ClaimEvents {

    private static final String TOPIC = "events.claim";

    private final Outbox outbox;

    @Inject
    ClaimEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(ClaimEvent event) {
        switch (event) {
            case ClaimEvent.ReimbursementApproved approved ->
                outbox.append(new OutgoingEvent(
                        TOPIC,
                        approved.claim().id().toString(),
                        ReimbursementApproved.TYPE,
                        ReimbursementApproved.from(approved)));
        }
    }
}
