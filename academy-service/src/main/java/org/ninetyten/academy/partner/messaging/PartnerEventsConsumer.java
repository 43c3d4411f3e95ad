package org.ninetyten.academy.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.academy.partner.KeepPartner;
import org.ninetyten.academy.partner.KeepStaff;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Follows the topic partner.partner. */
@ApplicationScoped
class PartnerEventsConsumer {

    private final Subscription partners;

    @Inject
    PartnerEventsConsumer(Inbox inbox, KeepPartner keepPartner, KeepStaff keepStaff) {
        partners = inbox.subscribe("partner.partner")
                .on("org.ninetyten.partner.staff.joined.v1", StaffJoined.class, event -> {
                    StaffJoined joined = event.data();
                    keepStaff.joined(joined.partnerId(), joined.staffId(), joined.employedFrom());
                })
                .on("org.ninetyten.partner.staff.left.v1", StaffLeft.class, event -> {
                    StaffLeft left = event.data();
                    keepStaff.left(left.partnerId(), left.staffId(), left.employedTo());
                });
        for (String type : new String[] {"onboarded", "changed", "suspended"}) {
            partners.on("org.ninetyten.partner.partner." + type + ".v1", PartnerState.class, event -> {
                PartnerState state = event.data();
                keepPartner.status(state.partnerId(), state.version(), state.status());
            });
        }
    }

    @Incoming("partner-partner")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        partners.handle(records);
    }
}
