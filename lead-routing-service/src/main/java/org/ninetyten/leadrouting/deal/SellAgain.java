package org.ninetyten.leadrouting.deal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.leadrouting.customer.Customers;
import org.ninetyten.leadrouting.protection.Protections;
import org.ninetyten.messaging.http.ProblemException;

/** Opens further deals with a customer. They belong to its partner of record, without any lead. */
@ApplicationScoped
public class SellAgain {

    private final Deals deals;
    private final Customers customers;
    private final Protections protections;
    private final DealEvents events;
    private final Clock clock;

    SellAgain(Deals deals, Customers customers, Protections protections, DealEvents events, Clock clock) {
        this.deals = deals;
        this.customers = customers;
        this.protections = protections;
        this.events = events;
        this.clock = clock;
    }

    /** Who may sell to the customer without a lead: nobody, if it has no partner of record. */
    @Transactional
    public Optional<UUID> partnerOfRecord(UUID customerId) {
        return Optional.ofNullable(
                customers.partnersOfRecord(List.of(customerId)).get(customerId));
    }

    /** Opens a deal for another product, or more of it, with the customer's partner of record. */
    @Transactional
    public Deal followOn(UUID customerId, String product, String currency) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID partner = partnerOfRecord(customerId)
                .orElseThrow(() -> new ProblemException(
                        DealProblem.NO_PARTNER_OF_RECORD, "The customer's next lead decides whose it is."));
        Deal first = deals.latestWon(customerId)
                .orElseThrow(() -> new ProblemException(
                        DealProblem.NOTHING_BOUGHT_YET,
                        "The first deal comes from a lead, an order or a registration."));
        Protections.Wanted wanted = new Protections.Wanted(customerId, product);
        UUID protectedFor = protections.partners(List.of(wanted), now).get(wanted);
        if (protectedFor != null && !protectedFor.equals(partner)) {
            throw new ProblemException(
                    DealProblem.PROTECTED_FOR_ANOTHER, "Another partner has a live protection for this product.");
        }
        return open(Deal.followOn(UuidCreator.getTimeOrderedEpoch(), first, partner, product, currency, now));
    }

    /** Opens the deal that renews a won one. A won deal is renewed by one deal at a time. */
    @Transactional
    public Deal renew(UUID dealId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal won = deals.lock(dealId);
        if (won.status() != DealStatus.WON) {
            throw ProblemException.illegalState(
                    "The deal is " + won.status() + "; only a won deal is renewed.",
                    won.status().next());
        }
        if (deals.isBeingRenewed(dealId)) {
            throw new ProblemException(DealProblem.RENEWED_ALREADY, "Close the renewal that is open first.");
        }
        UUID partner = partnerOfRecord(won.customerId()).orElse(won.partnerId());
        return open(Deal.renewal(UuidCreator.getTimeOrderedEpoch(), won, partner, now));
    }

    private Deal open(Deal deal) {
        deals.persistAndFlush(deal);
        events.publish(new DealEvent.Opened(deal));
        return deal;
    }
}
