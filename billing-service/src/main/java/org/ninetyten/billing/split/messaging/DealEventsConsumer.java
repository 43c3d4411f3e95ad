package org.ninetyten.billing.split.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.billing.split.PostSplit;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Has each won deal split. */
@ApplicationScoped
class DealEventsConsumer {

    private final Subscription deals;

    @Inject
    DealEventsConsumer(Inbox inbox, PostSplit post) {
        deals = inbox.subscribe("leadrouting.deal")
                .on("org.ninetyten.leadrouting.deal.closed.v1", DealClosed.class, event -> {
                    switch (event.data().outcome()) {
                        case WON -> post.handle(event.data().wonDeal());
                        case LOST -> post.ignoreLost();
                    }
                });
    }

    @Incoming("leadrouting-deal")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        deals.handle(records);
    }
}
