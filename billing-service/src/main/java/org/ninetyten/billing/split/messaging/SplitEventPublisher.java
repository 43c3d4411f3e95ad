package org.ninetyten.billing.split.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.ninetyten.billing.split.PostedSplit;
import org.ninetyten.billing.split.SplitEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes splits on {@code billing.split}. */
@ApplicationScoped
class SplitEventPublisher implements SplitEvents {

    private final Outbox outbox;

    SplitEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void posted(PostedSplit split) {
        outbox.append(new OutgoingEvent(
                "billing.split",
                split.split().deal().dealId().toString(),
                "org.ninetyten.billing.split.posted.v1",
                RevenueSplit.from(split)));
    }
}
