package org.ninetyten.leadrouting.deal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.Leads;
import org.ninetyten.messaging.http.ProblemException;

/** Opens deals: the one of an accepted lead, that of an order, and that of a registered customer. */
@ApplicationScoped
public class OpenDeal {

    private final Leads leads;
    private final Deals deals;
    private final DealPolicies policies;
    private final DealEvents events;
    private final Clock clock;

    OpenDeal(Leads leads, Deals deals, DealPolicies policies, DealEvents events, Clock clock) {
        this.leads = leads;
        this.deals = deals;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** The deal, and whether it is a new one. */
    public record Opened(Deal deal, boolean isNew) {}

    /** What a registration says of the deal that it opens. */
    public record Registered(
            UUID dealId,
            UUID registrationId,
            UUID partnerId,
            UUID customerId,
            String country,
            String product,
            String currency,
            Sourcing sourcing) {}

    /** Opens the deal of a registration that was granted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void register(Registered about, Instant now) {
        Deal deal = Deal.register(
                about.dealId(),
                about.registrationId(),
                about.partnerId(),
                about.customerId(),
                about.country(),
                about.product(),
                about.currency(),
                about.sourcing(),
                now);
        deals.persistAndFlush(deal);
        events.publish(new DealEvent.Opened(deal));
    }

    /**
     * Opens the deal of an order, with what was ordered as its estimate. It comes by itself and says nothing of the
     * partner: the time for its first contact runs on.
     *
     * @param externalId by which the order is known among deals
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID order(UUID leadId, UUID orderId, String externalId, String currency, List<WriteEstimate.Line> lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lead lead = leads.lock(leadId);
        UUID partnerId = Objects.requireNonNull(lead.partnerId());
        Deal deal = Deal.open(UuidCreator.getTimeOrderedEpoch(), lead, partnerId, currency, externalId, now);
        deal.carryOut(orderId, WriteEstimate.computed(lines), policies.validAt(now), now);
        deals.persistAndFlush(deal);
        events.publish(new DealEvent.Opened(deal));
        return deal.id();
    }

    /** Opens a deal; the same external id on the same lead names the deal that is there already. */
    @Transactional
    public Opened open(UUID leadId, String currency, @Nullable String externalId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Lead lead = leads.lock(leadId);
        Optional<Deal> existing = deals.ofLead(leadId);
        if (existing.isPresent()) {
            Deal deal = existing.get();
            if (externalId != null && Objects.equals(deal.externalId(), externalId)) {
                return new Opened(deal, false);
            }
            throw new ProblemException(
                    DealProblem.DEAL_ALREADY_OPENED, "It is deal " + deal.id() + ", which is " + deal.status() + ".");
        }
        UUID partnerId = lead.partnerId();
        if (partnerId == null || lead.status() == LeadStatus.OFFERED) {
            throw ProblemException.illegalState(
                    "The lead is " + lead.status() + "; a deal is opened from an accepted one.",
                    lead.status().next());
        }
        lead.startWork(now);
        Deal deal = Deal.open(UuidCreator.getTimeOrderedEpoch(), lead, partnerId, currency, externalId, now);
        deals.persistAndFlush(deal);
        events.publish(new DealEvent.Opened(deal));
        return new Opened(deal, true);
    }
}
