package org.ninetyten.leadrouting.rating;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.deal.Deal;
import org.ninetyten.leadrouting.deal.DealStatus;
import org.ninetyten.leadrouting.deal.Deals;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Keeps what each side says of a deal after the work, once. */
@ApplicationScoped
public class RateDeal {

    /** A customer rates work that it has bought; a partner also a lead of which nothing came. */
    private static final Set<DealStatus> SOLD = EnumSet.of(DealStatus.WON, DealStatus.REFUNDED);

    private static final Set<DealStatus> CLOSED = EnumSet.of(DealStatus.WON, DealStatus.REFUNDED, DealStatus.LOST);

    private final Deals deals;
    private final Ratings ratings;
    private final RatingLinks links;
    private final DealPolicies policies;
    private final RatingEvents events;
    private final Clock clock;

    RateDeal(Deals deals, Ratings ratings, RatingLinks links, DealPolicies policies, RatingEvents events, Clock clock) {
        this.deals = deals;
        this.ratings = ratings;
        this.links = links;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    /** What lets the customer of a deal rate it, and until when. */
    public record Link(String link, Instant expiresAt) {}

    /** Gives out the customer's link. */
    @Transactional
    public Link link(UUID dealId) {
        after(dealId, SOLD);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        DealPolicy policy = policies.validAt(now);
        Instant expiresAt = policy.plusDays(now, policy.ratingLinkDays());
        return new Link(links.sign(dealId, expiresAt), expiresAt);
    }

    /** The customer rates, by its link. */
    @Transactional
    public Rating byCustomer(String link, Rating.Said said) {
        return keep(after(links.read(link), SOLD), Rating.Side.CUSTOMER, said, "customer");
    }

    /** The partner rates. */
    @Transactional
    public Rating byPartner(UUID dealId, Rating.Said said, String by) {
        return keep(after(dealId, CLOSED), Rating.Side.PARTNER, said, by);
    }

    private Deal after(UUID dealId, Set<DealStatus> work) {
        Deal deal = deals.require(dealId);
        if (!work.contains(deal.status())) {
            throw ProblemException.illegalState(
                    "The deal is " + deal.status() + "; a rating follows the work.",
                    deal.status().next());
        }
        return deal;
    }

    private Rating keep(Deal deal, Rating.Side side, Rating.Said said, String by) {
        if (said.leadScore() != null && deal.leadId() == null) {
            throw new ProblemException(RatingProblem.NO_LEAD_TO_RATE, "Leave the lead's score out.")
                    .field("leadScore", "must be null for a deal that came from no lead");
        }
        Rating rating = new Rating(
                UuidCreator.getTimeOrderedEpoch(),
                deal.id(),
                deal.partnerId(),
                side,
                said.leadScore(),
                said.workScore(),
                said.text(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by);
        if (!ratings.add(rating)) {
            throw new ProblemException(RatingProblem.RATED_ALREADY, "A rating is given once.");
        }
        events.rated(rating, deal.customerId());
        return rating;
    }
}
