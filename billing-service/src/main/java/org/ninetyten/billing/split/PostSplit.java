package org.ninetyten.billing.split;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.TierHistory;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.billing.plan.PlanTimeLine;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;

/** Splits a won deal and books it, once. */
@ApplicationScoped
public class PostSplit {

    private final SplitPlans plans;
    private final Tiers tiers;
    private final Splits splits;
    private final Ledger ledger;
    private final Accruals accruals;
    private final SplitEvents events;
    private final Event<DealOutcome> outcomes;
    private final Clock clock;

    PostSplit(
            SplitPlans plans,
            Tiers tiers,
            Splits splits,
            Ledger ledger,
            Accruals accruals,
            SplitEvents events,
            Event<DealOutcome> outcomes,
            Clock clock) {
        this.plans = plans;
        this.tiers = tiers;
        this.splits = splits;
        this.ledger = ledger;
        this.accruals = accruals;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Returns false when the deal was split before. */
    @Transactional
    public boolean handle(WonDeal deal) {
        return handleAll(List.of(deal)) == 1;
    }

    /** Splits and books deals with a fixed number of statements; says how many were not split before. */
    @Transactional
    public int handleAll(List<WonDeal> deals) {
        Set<UUID> known = splits.known(deals.stream().map(WonDeal::dealId).toList());
        List<WonDeal> open =
                deals.stream().filter(deal -> known.add(deal.dealId())).toList();
        IntStream.range(open.size(), deals.size()).forEach(repeated -> outcomes.fire(DealOutcome.REPEATED));
        if (open.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        PlanTimeLine timeLine = plans.timeLine();
        Map<UUID, TierHistory> histories =
                tiers.readForMoney(open.stream().map(WonDeal::partnerId).toList());
        List<JournalEntry> entries = new ArrayList<>();
        List<PostedSplit> posted = new ArrayList<>();
        List<Accrual> owed = new ArrayList<>();
        for (WonDeal deal : open) {
            SplitPlan plan = timeLine.on(deal.invoiceDate());
            TierHistory history = requireNonNull(histories.get(deal.partnerId()), "each partner has one");
            DealSplit split = Splitter.split(deal, plan, history.on(deal.invoiceDate()));
            JournalEntry entry = new JournalEntry(
                    UuidCreator.getTimeOrderedEpoch(),
                    JournalEntry.Kind.DEAL_SPLIT,
                    deal.dealId(),
                    1,
                    deal.invoiceDate(),
                    "Split of a won deal",
                    SplitBooking.postings(split));
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            PostedSplit one = new PostedSplit(
                    UuidCreator.getTimeOrderedEpoch(), 1, split, null, entry.isEmpty() ? null : entry.id(), now);
            posted.add(one);
            owed.addAll(SplitAccruals.of(one, plan));
        }
        entries.forEach(entry -> ledger.post(entry, now));
        splits.addAll(posted);
        accruals.addAll(owed);
        posted.forEach(events::posted);
        open.forEach(deal -> outcomes.fire(DealOutcome.SPLIT));
        return open.size();
    }

    /** A lost deal has nothing to split; it is counted, so that deals in and deals out can be compared. */
    public void ignoreLost() {
        outcomes.fire(DealOutcome.LOST);
    }
}
