package org.ninetyten.billing.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.billing.partner.KeepTier;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Keeps the partners' tiers; of all that happens to a partner, money asks for nothing else. */
@ApplicationScoped
class PartnerEventsConsumer {

    private final Subscription partners;

    @Inject
    PartnerEventsConsumer(Inbox inbox, KeepTier keep) {
        partners = inbox.subscribe("partner.partner")
                .on(
                        "org.ninetyten.partner.partner.tierchanged.v1",
                        PartnerTierChanged.class,
                        event -> keep.handle(event.data().change()));
    }

    @Incoming("partner-partner")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        partners.handle(records);
    }
}
