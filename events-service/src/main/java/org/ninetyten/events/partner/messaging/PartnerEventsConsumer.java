package org.ninetyten.events.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.events.partner.KeepPartner;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;

/** Hears of partners and their tiers. */
@ApplicationScoped
class PartnerEventsConsumer {

    private final KeepPartner keep;
    private final Subscription partners;

    @Inject
    PartnerEventsConsumer(Inbox inbox, KeepPartner keep) {
        this.keep = keep;
        partners = inbox.subscribe("partner.partner")
                .on("org.ninetyten.partner.partner.onboarded.v1", PartnerState.class, this::state)
                .on("org.ninetyten.partner.partner.changed.v1", PartnerState.class, this::state)
                .on("org.ninetyten.partner.partner.suspended.v1", PartnerState.class, this::state)
                .on("org.ninetyten.partner.partner.tierchanged.v1", PartnerTierChanged.class, this::tier);
    }

    @Incoming("partner-partner")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        partners.handle(records);
    }

    private void state(IncomingEvent<PartnerState> event) {
        PartnerState partner = event.data();
        keep.state(partner.partnerId(), partner.version(), partner.legalName(), partner.status(), partner.tier());
    }

    private void tier(IncomingEvent<PartnerTierChanged> event) {
        PartnerTierChanged change = event.data();
        keep.tier(change.partnerId(), change.version(), change.newTier());
    }
}
