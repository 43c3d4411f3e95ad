package org.ninetyten.billing.split;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.billing.partner.Tiers;

/** Books refunds of won deals, each once. One that comes before its deal waits for it. */
@ApplicationScoped
public class PostRefund {

    private final Refunds refunds;
    private final DealStandings standings;
    private final Tiers tiers;
    private final BookRefunds book;
    private final Event<DealsDone> outcomes;
    private final Clock clock;

    PostRefund(
            Refunds refunds,
            DealStandings standings,
            Tiers tiers,
            BookRefunds book,
            Event<DealsDone> outcomes,
            Clock clock) {
        this.refunds = refunds;
        this.standings = standings;
        this.tiers = tiers;
        this.book = book;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Books them in the order given, with a number of statements that does not grow with them.
     *
     * @throws IllegalArgumentException when a refund does not fit its deal; a person must look at it
     */
    @Transactional
    public void handleAll(List<Received<Refund>> received) {
        Instant now = clock.instant();
        // Nothing else that changes these partners' deals runs beside it.
        tiers.lockForChange(
                received.stream().map(refund -> refund.what().partnerId()).toList());
        Set<UUID> added = refunds.add(received.stream().map(Received::what).toList(), now);
        List<Received<Refund>> news = received.stream()
                .filter(refund -> added.remove(refund.what().refundId()))
                .toList();
        Map<UUID, DealStanding> deals =
                standings.of(news.stream().map(refund -> refund.what().dealId()).toList());
        List<Received<Refund>> bookable = news.stream()
                .filter(refund -> deals.containsKey(refund.what().dealId()))
                .toList();
        if (!bookable.isEmpty()) {
            book.book(bookable, deals, now);
            outcomes.fire(new DealsDone(DealOutcome.REFUNDED, bookable.size()));
        }
    }
}
