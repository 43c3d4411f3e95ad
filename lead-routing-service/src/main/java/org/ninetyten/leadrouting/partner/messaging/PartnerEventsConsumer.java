package org.ninetyten.leadrouting.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Keeps the read model of partners. */
@ApplicationScoped
class PartnerEventsConsumer {

    private final Subscription subscription;

    PartnerEventsConsumer(Inbox inbox, Partners partners) {
        subscription = inbox.subscribe("partner.partner")
                .on(
                        "org.ninetyten.partner.partner.onboarded.v1",
                        PartnerChanged.class,
                        event -> partners.keep(event.data().state()))
                .on(
                        "org.ninetyten.partner.partner.changed.v1",
                        PartnerChanged.class,
                        event -> partners.keep(event.data().state()))
                .on(
                        "org.ninetyten.partner.partner.suspended.v1",
                        PartnerChanged.class,
                        event -> partners.keep(event.data().state()))
                .on(
                        "org.ninetyten.partner.partner.tierchanged.v1",
                        PartnerTierChanged.class,
                        event -> partners.keepTier(
                                event.data().partnerId(),
                                event.data().version(),
                                event.data().newTier()));
    }

    @Incoming("partner-partner")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        subscription.handle(records);
    }
}
