package org.ninetyten.billing.split;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.billing.plan.SplitPlans;

/** Splits a won deal and books it, once. */
@ApplicationScoped
public class PostSplit {

    private final SplitPlans plans;
    private final Tiers tiers;
    private final Splits splits;
    private final Ledger ledger;
    private final SplitEvents events;
    private final Event<DealOutcome> outcomes;
    private final Clock clock;

    PostSplit(
            SplitPlans plans,
            Tiers tiers,
            Splits splits,
            Ledger ledger,
            SplitEvents events,
            Event<DealOutcome> outcomes,
            Clock clock) {
        this.plans = plans;
        this.tiers = tiers;
        this.splits = splits;
        this.ledger = ledger;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Returns false when the deal was split before. */
    @Transactional
    public boolean handle(WonDeal deal) {
        if (splits.hasDeal(deal.dealId())) {
            outcomes.fire(DealOutcome.REPEATED);
            return false;
        }
        DealSplit split = Splitter.split(
                deal,
                plans.on(deal.invoiceDate()),
                tiers.readForMoney(deal.partnerId()).on(deal.invoiceDate()));
        Instant now = clock.instant();
        JournalEntry entry = new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                JournalEntry.Kind.DEAL_SPLIT,
                deal.dealId(),
                1,
                deal.invoiceDate(),
                "Split of a won deal",
                SplitBooking.postings(split));
        @Nullable UUID entryId = entry.isEmpty() ? null : entry.id();
        if (entryId != null) {
            ledger.post(entry, now);
        }
        PostedSplit posted = new PostedSplit(UuidCreator.getTimeOrderedEpoch(), 1, split, null, entryId, now);
        splits.add(posted);
        events.posted(posted);
        outcomes.fire(DealOutcome.SPLIT);
        return true;
    }

    /** A lost deal has nothing to split; it is counted, so that deals in and deals out can be compared. */
    public void ignoreLost() {
        outcomes.fire(DealOutcome.LOST);
    }
}
