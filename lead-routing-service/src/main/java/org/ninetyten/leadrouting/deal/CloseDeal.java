package org.ninetyten.leadrouting.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.Leads;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.http.ProblemException;

/** Ends a deal as won or lost, and its lead with it. */
@ApplicationScoped
public class CloseDeal {

    /** Where a day begins first: a date that no place on Earth has reached is in the future for everybody. */
    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

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
        refuseFuture(closedOn, now);
        Deal deal = deals.lock(dealId);
        deal.win(closedOn, now);
        leads.lock(deal.leadId()).win(now);
        return close(deal);
    }

    @Transactional
    public Deal lose(UUID dealId, LostReason reason, LocalDate closedOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        refuseFuture(closedOn, now);
        Deal deal = deals.lock(dealId);
        deal.lose(reason, closedOn, now);
        Lead lead = leads.lock(deal.leadId());
        lead.lose(now);
        return close(deal);
    }

    /** The split is posted with the plan and tier of that day, and nobody knows those of a day to come. */
    private static void refuseFuture(LocalDate closedOn, Instant now) {
        if (closedOn.isAfter(LocalDate.ofInstant(now, FIRST_TO_SEE_A_DAY))) {
            throw ProblemException.invalid("closedOn", "must not be in the future");
        }
    }

    private Deal close(Deal deal) {
        turns.release(List.of(deal.partnerId()));
        deals.flush();
        events.publish(new DealEvent.Closed(deal));
        return deal;
    }
}
