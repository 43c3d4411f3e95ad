package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninetyten.leadrouting.routing.Policies;
import org.ninetyten.leadrouting.routing.Turns;
import org.ninetyten.messaging.Correlation;

/** Takes back offers that nobody answered in time. */
@ApplicationScoped
public class ExpireOffers {

    private final Leads leads;
    private final Offers offers;
    private final Turns turns;
    private final Policies policies;
    private final LeadEvents events;
    private final LeadMeters meters;
    private final RoutingWorker routing;
    private final Clock clock;

    ExpireOffers(
            Leads leads,
            Offers offers,
            Turns turns,
            Policies policies,
            LeadEvents events,
            LeadMeters meters,
            RoutingWorker routing,
            Clock clock) {
        this.leads = leads;
        this.offers = offers;
        this.turns = turns;
        this.policies = policies;
        this.events = events;
        this.meters = meters;
        this.routing = routing;
        this.clock = clock;
    }

    /** Ends up to so many offers and says how many there were. */
    @Transactional
    public int expireDue(int limit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Offers.Answered> expired = offers.expire(now, limit);
        if (expired.isEmpty()) {
            return 0;
        }
        int offersBeforeDesk = policies.validAt(now).offersBeforeDesk();
        Map<UUID, Offers.Answered> byLead =
                expired.stream().collect(Collectors.toMap(Offers.Answered::leadId, Function.identity()));
        List<Lead> cameBack = leads.lock(byLead.keySet());
        List<LeadEvents.Caused> happened = new ArrayList<>();
        for (Lead lead : cameBack) {
            Offers.Answered offer = byLead.get(lead.id());
            if (offer == null) {
                throw new IllegalStateException("Lead " + lead.id() + " has no offer that expired.");
            }
            lead.offerCameBack(offersBeforeDesk, now);
            String cause = Correlation.orNew(lead.correlationId());
            happened.add(new LeadEvents.Caused(
                    cause, new LeadEvent.OfferExpired(lead.id(), offer.offerId(), offer.partnerId(), now)));
            if (lead.status() == LeadStatus.DESK) {
                happened.add(new LeadEvents.Caused(
                        cause, new LeadEvent.Escalated(lead.id(), EscalationReason.OFFERS_USED_UP, now)));
            }
        }
        leads.writeMoved(cameBack);
        events.publishAll(happened);
        turns.timedOut(
                expired.stream().map(Offers.Answered::partnerId).toList(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        meters.answered(OfferState.EXPIRED, expired.size());
        routing.wakeAfterCommit();
        return expired.size();
    }
}
