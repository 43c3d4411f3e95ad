package org.ninetyten.billing.split.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.billing.split.AdjustedDeal;
import org.ninetyten.billing.split.PostedSplit;
import org.ninetyten.billing.split.Received;
import org.ninetyten.billing.split.SplitEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes splits, and what is left of them, on {@code billing.split}. */
@ApplicationScoped
class SplitEventPublisher implements SplitEvents {

    private static final String TOPIC = "billing.split";

    private final Outbox outbox;

    SplitEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void posted(List<Received<PostedSplit>> splits) {
        outbox.appendAll(splits.stream()
                .map(split -> new OutgoingEvent(
                        TOPIC,
                        split.what().split().deal().dealId().toString(),
                        "org.ninetyten.billing.split.posted.v1",
                        RevenueSplit.from(split.what()),
                        split.correlationId()))
                .toList());
    }

    @Override
    public void adjusted(List<Received<AdjustedDeal>> deals) {
        outbox.appendAll(deals.stream()
                .map(deal -> new OutgoingEvent(
                        TOPIC,
                        deal.what().dealId().toString(),
                        "org.ninetyten.billing.split.adjusted.v1",
                        RevenueAdjusted.from(deal.what()),
                        deal.correlationId()))
                .toList());
    }
}
