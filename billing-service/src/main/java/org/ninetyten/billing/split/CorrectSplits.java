package org.ninetyten.billing.split;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.TierChange;
import org.ninetyten.billing.partner.TierChanges;
import org.ninetyten.billing.partner.TierHistory;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.plan.SplitPlans;

/** Corrects what was split before a tier change arrived that was valid on the invoice date. */
@ApplicationScoped
class CorrectSplits implements TierChanges {

    private final SplitPlans plans;
    private final Splits splits;
    private final Ledger ledger;
    private final SplitEvents events;
    private final Event<DealOutcome> outcomes;
    private final Clock clock;

    CorrectSplits(
            SplitPlans plans,
            Splits splits,
            Ledger ledger,
            SplitEvents events,
            Event<DealOutcome> outcomes,
            Clock clock) {
        this.plans = plans;
        this.splits = splits;
        this.ledger = ledger;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void arrived(TierChange change, TierHistory history) {
        for (PostedSplit posted : splits.currentOfPartner(change.partnerId(), change.effectiveFrom())) {
            TierOnDate tier = history.on(posted.split().deal().invoiceDate());
            if (tier.tier() != posted.split().tier().tier()) {
                correct(posted, tier);
            }
        }
    }

    private void correct(PostedSplit before, TierOnDate tier) {
        DealSplit from = before.split();
        // The plan stays the one that the deal was split by.
        DealSplit to = Splitter.split(from.deal(), plans.version(from.planVersion()), tier);
        int revision = before.revision() + 1;
        String reason = "The tier on the invoice date is %s, not %s"
                .formatted(tier.tier(), from.tier().tier());
        Instant now = clock.instant();
        JournalEntry entry = new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                JournalEntry.Kind.SPLIT_CORRECTION,
                from.deal().dealId(),
                revision,
                from.deal().invoiceDate(),
                reason,
                SplitBooking.difference(from, to));
        @Nullable UUID entryId = entry.isEmpty() ? null : entry.id();
        if (entryId != null) {
            ledger.post(entry, now);
        }
        PostedSplit posted = new PostedSplit(UuidCreator.getTimeOrderedEpoch(), revision, to, reason, entryId, now);
        splits.addAll(List.of(posted));
        events.posted(posted);
        outcomes.fire(DealOutcome.CORRECTED);
    }
}
