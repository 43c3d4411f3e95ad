package org.ninetyten.partner.partner.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;
import org.ninetyten.partner.partner.PartnerEvent;
import org.ninetyten.partner.partner.PartnerEvents;

/** Writes partners' events to the outbox. */
@ApplicationScoped
class PartnerEventPublisher implements PartnerEvents {

    private static final String TOPIC = "partner.partner";

    private final Outbox outbox;

    PartnerEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<? extends PartnerEvent> events) {
        outbox.appendAll(events.stream().map(PartnerEventPublisher::outgoing).toList());
    }

    private static OutgoingEvent outgoing(PartnerEvent event) {
        String key = event.partner().id().toString();
        return switch (event) {
            case PartnerEvent.Onboarded onboarded ->
                new OutgoingEvent(
                        TOPIC, key, PartnerOnboarded.TYPE, new PartnerOnboarded(PartnerState.after(onboarded)));
            case PartnerEvent.Changed changed ->
                new OutgoingEvent(TOPIC, key, PartnerChanged.TYPE, new PartnerChanged(PartnerState.after(changed)));
            case PartnerEvent.Suspended suspended ->
                new OutgoingEvent(
                        TOPIC,
                        key,
                        PartnerSuspended.TYPE,
                        new PartnerSuspended(PartnerState.after(suspended), suspended.reason()));
            case PartnerEvent.TierChanged tierChanged ->
                new OutgoingEvent(TOPIC, key, PartnerTierChanged.TYPE, PartnerTierChanged.from(tierChanged));
        };
    }
}
