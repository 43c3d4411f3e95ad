package org.ninetyten.leadrouting.deal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.Leads;
import org.ninetyten.leadrouting.protection.ProtectCustomer;
import org.ninetyten.leadrouting.protection.ProtectionState;
import org.ninetyten.leadrouting.routing.Turns;

/** Ends a deal as won or lost, and its lead with it. */
@ApplicationScoped
public class CloseDeal {

    private final Deals deals;
    private final Leads leads;
    private final Turns turns;
    private final Customers customers;
    private final ProtectCustomer protect;
    private final PartnerDays days;
    private final DealPolicies policies;
    private final DealEvents events;
    private final Clock clock;

    CloseDeal(
            Deals deals,
            Leads leads,
            Turns turns,
            Customers customers,
            ProtectCustomer protect,
            PartnerDays days,
            DealPolicies policies,
            DealEvents events,
            Clock clock) {
        this.deals = deals;
        this.leads = leads;
        this.turns = turns;
        this.customers = customers;
        this.protect = protect;
        this.days = days;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Wins. The customer of a partner that had none before is the winner's from now on.
     *
     * @param closedOn the invoice date; today at the partner's when absent
     */
    @Transactional
    public Deal win(UUID dealId, @Nullable LocalDate closedOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        ZoneId zone = days.zoneOf(deal.partnerId());
        deal.win(dayOf(closedOn, zone, now), zone, saleOf(deal), policies.validAt(now), now);
        UUID leadId = deal.leadId();
        if (leadId != null) {
            workedOn(leadId, now).win(now);
        }
        protect.endOfDeal(dealId, ProtectionState.WON, now);
        customers.keepPartnerOfRecord(deal.customerId(), deal.partnerId(), now);
        return close(deal, true, now);
    }

    /**
     * Loses.
     *
     * @param closedOn the day; today at the partner's when absent
     */
    @Transactional
    public Deal lose(UUID dealId, LostReason reason, @Nullable LocalDate closedOn) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        ZoneId zone = days.zoneOf(deal.partnerId());
        deal.lose(reason, dayOf(closedOn, zone, now), zone, now);
        UUID leadId = deal.leadId();
        if (leadId != null) {
            workedOn(leadId, now).lose(now);
        }
        protect.endOfDeal(dealId, ProtectionState.LOST, now);
        return close(deal, false, now);
    }

    /** Whoever closes the deal of an order has spoken to the customer, whether or not anybody said so. */
    private Lead workedOn(UUID leadId, Instant now) {
        Lead lead = leads.lock(leadId);
        if (lead.status() == LeadStatus.ACCEPTED || lead.status() == LeadStatus.CONTACTED) {
            lead.startWork(now);
            leads.flush();
        }
        return lead;
    }

    private static LocalDate dayOf(@Nullable LocalDate given, ZoneId zone, Instant now) {
        if (given == null) {
            return LocalDate.ofInstant(now, zone);
        }
        PartnerDays.refuseFuture("closedOn", given, now);
        return given;
    }

    private Sale saleOf(Deal deal) {
        if (deal.renewsDealId() != null) {
            return Sale.RENEWAL;
        }
        return deals.hasBought(deal.customerId()) ? Sale.FOLLOW_ON : Sale.FIRST;
    }

    private Deal close(Deal deal, boolean won, Instant now) {
        turns.closed(deal.partnerId(), won, deal.leadId() != null, LocalDate.ofInstant(now, ZoneOffset.UTC));
        deals.flush();
        events.publish(new DealEvent.Closed(deal));
        return deal;
    }
}
