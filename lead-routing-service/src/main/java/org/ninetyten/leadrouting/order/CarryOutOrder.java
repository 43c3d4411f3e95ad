package org.ninetyten.leadrouting.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.ninetyten.leadrouting.deal.OpenDeal;
import org.ninetyten.leadrouting.lead.LeadTaken;
import org.ninetyten.leadrouting.routing.LeadSource;

/** Opens the deal of an order with the partner that accepts its lead, in the transaction of the answer. */
@ApplicationScoped
class CarryOutOrder {

    private final Orders orders;
    private final OpenDeal openDeal;

    CarryOutOrder(Orders orders, OpenDeal openDeal) {
        this.orders = orders;
        this.openDeal = openDeal;
    }

    void open(@Observes LeadTaken taken) {
        if (taken.lead().source() != LeadSource.ORDER) {
            return;
        }
        // An order may also come as a mere lead, without lines: then the partner opens the deal.
        orders.lockOfLead(taken.lead().id())
                .filter(order -> order.dealId() == null)
                .ifPresent(order -> {
                    UUID deal = openDeal.order(
                            order.leadId(),
                            order.id(),
                            PlaceOrder.leadOf(order.externalId()),
                            order.currency(),
                            order.lines());
                    orders.carriedOut(order.id(), taken.partnerId(), deal);
                });
    }
}
