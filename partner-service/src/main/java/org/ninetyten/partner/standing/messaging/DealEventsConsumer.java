package org.ninetyten.partner.standing.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;
import org.ninetyten.partner.standing.KeepTrackRecord;
import org.ninetyten.partner.standing.WonDeal;
import org.ninetyten.partner.tier.Attribution;

/** Closed deals: the won ones earn points. */
@ApplicationScoped
class DealEventsConsumer {

    private final Subscription deals;
    private final KeepTrackRecord trackRecord;

    DealEventsConsumer(Inbox inbox, KeepTrackRecord trackRecord) {
        this.trackRecord = trackRecord;
        this.deals = inbox.subscribe("leadrouting.deal").on(DealClosed.TYPE, DealClosed.class, this::closed);
    }

    @Incoming("leadrouting-deal")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        deals.handle(records);
    }

    private void closed(IncomingEvent<DealClosed> event) {
        DealClosed deal = event.data();
        if (!deal.isWon()) {
            return;
        }
        trackRecord.won(
                new WonDeal(
                        deal.dealId(),
                        deal.partnerId(),
                        deal.customerId(),
                        deal.closedOn(),
                        Currency.getInstance(deal.currency()),
                        deal.totalMinor(),
                        // Leads are brought by the vendor: partners cannot register deals of their own yet.
                        Attribution.MANAGED),
                "event " + event.id());
    }
}
