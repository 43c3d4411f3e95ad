package org.ninetyten.leadrouting.rating.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ninetyten.leadrouting.rating.Rating;
import org.ninetyten.leadrouting.rating.RatingEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends ratings to the outbox, after what happened to their deal. */
@ApplicationScoped
class RatingEventPublisher implements RatingEvents {

    private final Outbox outbox;

    RatingEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void rated(Rating rating, UUID customerId) {
        outbox.append(new OutgoingEvent(
                "leadrouting.deal",
                rating.dealId().toString(),
                "org.ninetyten.leadrouting.deal.rated.v1",
                DealRated.from(rating, customerId)));
    }
}
