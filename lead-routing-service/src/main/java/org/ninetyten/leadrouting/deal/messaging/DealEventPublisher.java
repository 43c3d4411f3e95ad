package org.ninetyten.leadrouting.deal.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealEvent;
import org.ninetyten.leadrouting.deal.DealEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends what happened to deals to the outbox. */
@ApplicationScoped
class DealEventPublisher implements DealEvents {

    private static final String TOPIC = "leadrouting.deal";

    private final Outbox outbox;

    DealEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(DealEvent event) {
        switch (event) {
            case DealEvent.Opened opened -> append(opened.deal(), "deal.opened.v1", DealOpened.from(opened.deal()));
            case DealEvent.Closed closed -> append(closed.deal(), "deal.closed.v1", DealClosed.from(closed.deal()));
            case DealEvent.Refunded refunded ->
                append(refunded.deal(), "deal.refunded.v1", DealRefunded.from(refunded.deal(), refunded.refund()));
        }
    }

    private void append(Deal deal, String type, Object data) {
        outbox.append(new OutgoingEvent(TOPIC, deal.id().toString(), "org.ninetyten.leadrouting." + type, data));
    }
}
