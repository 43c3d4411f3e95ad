package org.ninetyten.messaging.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ninetyten.messaging.outbox.Outbox;

/** Where the events of other services arrive: each is applied once by this service, however often it is delivered. */
@ApplicationScoped
public class Inbox {

    private final String service;
    private final InboxTable table;
    private final Outbox outbox;
    private final InboxConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Set<String> topics = ConcurrentHashMap.newKeySet();

    Inbox(
            @ConfigProperty(name = "quarkus.application.name") String service,
            InboxTable table,
            Outbox outbox,
            InboxConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.service = service;
        this.table = table;
        this.outbox = outbox;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /** A subscription without handlers yet. One per topic: two would take each other's events for duplicates. */
    public Subscription subscribe(String topic) {
        if (!topics.add(topic)) {
            throw new IllegalStateException(service + " already subscribes to " + topic);
        }
        return new Subscription(service, topic, table, outbox, config, meters, clock);
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "inbox-clean-up")
    void forgetOldEvents() {
        table.deleteExpired();
    }
}
