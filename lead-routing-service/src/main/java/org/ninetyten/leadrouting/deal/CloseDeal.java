package org.ninetyten.leadrouting.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.Leads;
import org.ninetyten.leadrouting.routing.Turns;

/** Ends a deal as won or lost, and its lead with it. */
@ApplicationScoped
public class CloseDeal {

    private final Deals deals;
    private final Leads leads;
    private final Turns turns;
    private final DealEvents events;
    private final Clock clock;

    CloseDeal(Deals deals, Leads leads, Turns turns, DealEvents events, Clock clock) {
        this.deals = deals;
        this.leads = leads;
        this.turns = turns;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Deal win(UUID dealId, LocalDate closedOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        deal.win(closedOn, now);
        leads.lock(deal.leadId()).win(now);
        return close(deal);
    }

    @Transactional
    public Deal lose(UUID dealId, LostReason reason, LocalDate closedOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        deal.lose(reason, closedOn, now);
        Lead lead = leads.lock(deal.leadId());
        lead.lose(now);
        return close(deal);
    }

    private Deal close(Deal deal) {
        turns.release(List.of(deal.partnerId()));
        deals.flush();
        events.publish(new DealEvent.Closed(deal));
        return deal;
    }
}
