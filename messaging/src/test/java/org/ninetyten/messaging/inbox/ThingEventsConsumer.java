package org.ninetyten.messaging.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as every service has them. */
@ApplicationScoped
class ThingEventsConsumer {

    static final AtomicBoolean BROKEN = new AtomicBoolean();

    private final Subscription things;

    ThingEventsConsumer(Inbox inbox, Things keep) {
        things = inbox.subscribe("sample.thing").on("sample.thing.happened.v1", ThingHappened.class, event -> {
            if (BROKEN.get() && event.data().thing().startsWith("fragile")) {
                throw new IllegalStateException("Fragile things break");
            }
            keep.happened(event.data());
        });
    }

    @Incoming("sample-thing")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        things.handle(records);
    }
}
