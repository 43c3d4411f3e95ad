package org.ninetyten.billing.split;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.PlaceHistory;
import org.ninetyten.billing.partner.Places;
import org.ninetyten.billing.partner.TierHistory;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.billing.plan.PlanTimeLine;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;

/** Splits a won deal and books it, once. */
@ApplicationScoped
public class PostSplit {

    private static final Logger LOG = Logger.getLogger(PostSplit.class);

    private final SplitPlans plans;
    private final Tiers tiers;
    private final Places places;
    private final Limits limits;
    private final Splits splits;
    private final Ledger ledger;
    private final Accruals accruals;
    private final Refunds refunds;
    private final BookRefunds bookRefunds;
    private final DealStandings standings;
    private final SplitEvents events;
    private final Event<DealsDone> outcomes;
    private final Clock clock;

    PostSplit(
            SplitPlans plans,
            Tiers tiers,
            Places places,
            Limits limits,
            Splits splits,
            Ledger ledger,
            Accruals accruals,
            Refunds refunds,
            BookRefunds bookRefunds,
            DealStandings standings,
            SplitEvents events,
            Event<DealsDone> outcomes,
            Clock clock) {
        this.plans = plans;
        this.tiers = tiers;
        this.places = places;
        this.limits = limits;
        this.splits = splits;
        this.ledger = ledger;
        this.accruals = accruals;
        this.refunds = refunds;
        this.bookRefunds = bookRefunds;
        this.standings = standings;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Returns false when the deal was split before. */
    @Transactional
    public boolean handle(WonDeal deal) {
        return handleAll(List.of(new Received<>(deal, null))) == 1;
    }

    /**
     * Splits and books deals with a number of statements that does not grow with them. Refunds that came before their deal
     * are booked with it.
     *
     * @return how many were not split before
     */
    @Transactional
    public int handleAll(List<Received<WonDeal>> received) {
        // First the locks: what another transaction splits or gives back meanwhile is seen after them.
        Map<UUID, TierHistory> histories = tiers.readForMoney(
                received.stream().map(deal -> deal.what().partnerId()).toList());
        Splits.Seen seen =
                splits.seen(received.stream().map(deal -> deal.what().dealId()).toList());
        List<Received<WonDeal>> open = received.stream()
                .filter(deal -> seen.split().add(deal.what().dealId()))
                .toList();
        if (open.size() < received.size()) {
            outcomes.fire(new DealsDone(DealOutcome.REPEATED, received.size() - open.size()));
        }
        if (open.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Limits.Planned> planned = planned(open, histories);
        Limits.Known known = limits.read(planned);
        List<JournalEntry> entries = new ArrayList<>();
        List<Received<PostedSplit>> posted = new ArrayList<>();
        List<Accrual> owed = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            WonDeal deal = planned.get(i).deal();
            SplitPlan plan = planned.get(i).plan();
            DealSplit split = Splitter.split(deal, plan, planned.get(i).partner(), known.conversions(), known.caps());
            JournalEntry entry = new JournalEntry(
                    UuidCreator.getTimeOrderedEpoch(),
                    JournalEntry.Kind.DEAL_SPLIT,
                    deal.dealId(),
                    1,
                    deal.invoiceDate(),
                    "Split of a won deal",
                    SplitBooking.postings(DealPosition.whole(split)));
            if (!entry.isEmpty()) {
                entries.add(entry);
            }
            PostedSplit one = new PostedSplit(
                    UuidCreator.getTimeOrderedEpoch(), 1, split, null, entry.isEmpty() ? null : entry.id(), now);
            posted.add(new Received<>(one, open.get(i).correlationId()));
            owed.addAll(SplitAccruals.of(one, plan));
        }
        ledger.postAll(entries, now);
        List<PostedSplit> booked = posted.stream().map(Received::what).toList();
        splits.addAll(booked);
        limits.keep(booked, known);
        accruals.addAll(owed);
        events.posted(posted);
        outcomes.fire(new DealsDone(DealOutcome.SPLIT, open.size()));
        if (!seen.refunded().isEmpty()) {
            bookWhatWaited(seen.refunded(), now);
        }
        return open.size();
    }

    /** Each deal with the plan, the tier and the place of its invoice date. */
    private List<Limits.Planned> planned(List<Received<WonDeal>> deals, Map<UUID, TierHistory> histories) {
        PlanTimeLine timeLine = plans.timeLine();
        Map<UUID, PlaceHistory> at =
                places.of(deals.stream().map(deal -> deal.what().partnerId()).toList());
        return deals.stream()
                .map(Received::what)
                .map(deal -> {
                    TierHistory tier = requireNonNull(histories.get(deal.partnerId()), "each partner has one");
                    PlaceHistory place = requireNonNull(at.get(deal.partnerId()), "each partner has one");
                    return new Limits.Planned(
                            deal,
                            timeLine.on(deal.invoiceDate()),
                            PartnerOnDate.of(tier.on(deal.invoiceDate()), place.on(deal.invoiceDate())));
                })
                .toList();
    }

    private void bookWhatWaited(Collection<UUID> dealIds, Instant now) {
        List<Received<Refund>> waiting = refunds.waitingFor(dealIds).stream()
                .map(refund -> new Received<>(refund, null))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        Map<UUID, DealStanding> split = standings.of(
                waiting.stream().map(refund -> refund.what().dealId()).toList());
        List<Received<Refund>> fitting = fitting(waiting, split);
        if (!fitting.isEmpty()) {
            bookRefunds.book(fitting, split, now);
            outcomes.fire(new DealsDone(DealOutcome.REFUNDED, fitting.size()));
        }
    }

    /** A refund that doesn't fit its deal is no reason not to split the deal: it goes on waiting, for a person. */
    private static List<Received<Refund>> fitting(List<Received<Refund>> waiting, Map<UUID, DealStanding> deals) {
        Map<UUID, DealPosition> positions = new HashMap<>();
        List<Received<Refund>> fitting = new ArrayList<>();
        for (Received<Refund> one : waiting) {
            Refund refund = one.what();
            DealStanding deal = requireNonNull(deals.get(refund.dealId()), "the deal has just been split");
            DealPosition before = positions.getOrDefault(refund.dealId(), deal.position());
            try {
                positions.put(refund.dealId(), before.with(refund, deal.isLate(refund.refundedOn())));
                fitting.add(one);
            } catch (IllegalArgumentException e) {
                LOG.errorf("Refund %s waits for a person: %s", refund.refundId(), e.getMessage());
            }
        }
        return fitting;
    }

    /** Lost deals have nothing to split; they are counted, so that deals in and deals out can be compared. */
    public void ignoreLost(int deals) {
        outcomes.fire(new DealsDone(DealOutcome.LOST, deals));
    }
}
