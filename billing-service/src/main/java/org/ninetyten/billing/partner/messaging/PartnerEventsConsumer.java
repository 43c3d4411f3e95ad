package org.ninetyten.billing.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.billing.partner.KeepPlace;
import org.ninetyten.billing.partner.KeepTier;
import org.ninetyten.billing.partner.PartnerStandings;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;

/** Keeps the partners' tiers, places and standings; of all that happens to a partner, money asks for nothing else. */
@ApplicationScoped
class PartnerEventsConsumer {

    private final KeepPlace keepPlace;
    private final PartnerStandings standings;
    private final Subscription partners;

    @Inject
    PartnerEventsConsumer(Inbox inbox, KeepTier keepTier, KeepPlace keepPlace, PartnerStandings standings) {
        this.standings = standings;
        this.keepPlace = keepPlace;
        this.partners = inbox.subscribe("partner.partner")
                .on(
                        "org.ninetyten.partner.partner.tierchanged.v1",
                        PartnerTierChanged.class,
                        event -> keepTier.handle(event.data().change()))
                .on("org.ninetyten.partner.partner.onboarded.v1", PartnerProfile.class, this::moved)
                .on("org.ninetyten.partner.partner.changed.v1", PartnerProfile.class, this::moved)
                .on("org.ninetyten.partner.partner.suspended.v1", PartnerProfile.class, this::moved);
    }

    private void moved(IncomingEvent<PartnerProfile> event) {
        PartnerProfile profile = event.data();
        keepPlace.handle(profile.place());
        standings.keep(profile.partnerId(), profile.version(), profile.status(), profile.occurredAt());
    }

    @Incoming("partner-partner")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        partners.handle(records);
    }
}
