package org.ninetyten.leadrouting.customer.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.leadrouting.customer.CustomerEvents;
import org.ninetyten.leadrouting.customer.PartnerOfRecordMove;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Appends to the outbox who the partner of record is. */
@ApplicationScoped
class CustomerEventPublisher implements CustomerEvents {

    private static final String TOPIC = "leadrouting.customer";
    private static final String TYPE = "org.ninetyten.leadrouting.customer.partnerofrecordchanged.v1";

    private final Outbox outbox;

    CustomerEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(List<PartnerOfRecordMove> moves) {
        outbox.appendAll(moves.stream()
                .map(move ->
                        new OutgoingEvent(TOPIC, move.customerId().toString(), TYPE, PartnerOfRecordChanged.from(move)))
                .toList());
    }
}
