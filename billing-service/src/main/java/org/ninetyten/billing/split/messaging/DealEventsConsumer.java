package org.ninetyten.billing.split.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.billing.split.PostRefund;
import org.ninetyten.billing.split.PostSplit;
import org.ninetyten.billing.split.Received;
import org.ninetyten.billing.split.WonDeal;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;

/** Has won deals split and refunds of them booked, all of a batch together. */
@ApplicationScoped
class DealEventsConsumer {

    private final PostSplit post;
    private final Subscription deals;

    @Inject
    DealEventsConsumer(Inbox inbox, PostSplit post, PostRefund postRefund) {
        this.post = post;
        this.deals = inbox.subscribe("leadrouting.deal")
                .onAll("org.ninetyten.leadrouting.deal.closed.v1", DealClosed.class, this::closed)
                .onAll(
                        "org.ninetyten.leadrouting.deal.refunded.v1",
                        DealRefunded.class,
                        events -> postRefund.handleAll(events.stream()
                                .map(event -> new Received<>(event.data().refund(), event.correlationId()))
                                .toList()));
    }

    private void closed(List<IncomingEvent<DealClosed>> events) {
        List<Received<WonDeal>> won = new ArrayList<>();
        int lost = 0;
        for (IncomingEvent<DealClosed> event : events) {
            switch (event.data().outcome()) {
                case WON -> won.add(new Received<>(event.data().wonDeal(), event.correlationId()));
                case LOST -> lost++;
            }
        }
        if (!won.isEmpty()) {
            post.handleAll(won);
        }
        if (lost > 0) {
            post.ignoreLost(lost);
        }
    }

    @Incoming("leadrouting-deal")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        deals.handle(records);
    }
}
