package org.ninetyten.billing.dispute.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.ninetyten.billing.dispute.Dispute;
import org.ninetyten.billing.dispute.DisputeEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes disputes on {@code billing.dispute}, without what people wrote. */
@ApplicationScoped
class DisputeEventPublisher implements DisputeEvents {

    private static final String TOPIC = "billing.dispute";

    private final Outbox outbox;

    DisputeEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void opened(Dispute dispute) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                dispute.id().toString(),
                "org.ninetyten.billing.dispute.opened.v1",
                DisputeOpened.from(dispute)));
    }

    @Override
    public void resolved(Dispute dispute) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                dispute.id().toString(),
                "org.ninetyten.billing.dispute.resolved.v1",
                DisputeResolved.from(dispute)));
    }
}
