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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.TierChange;
import org.ninetyten.billing.partner.TierChanges;
import org.ninetyten.billing.partner.TierHistory;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.recovery.Recoveries;

/** Corrects what was split before a tier change arrived that was valid on the invoice date. */
@ApplicationScoped
class CorrectSplits implements TierChanges {

    static final String BY = "correction of the split";

    private final Splits splits;
    private final DealStandings standings;
    private final Ledger ledger;
    private final Accruals accruals;
    private final Recoveries recoveries;
    private final SplitEvents events;
    private final Event<DealOutcome> outcomes;
    private final Clock clock;

    CorrectSplits(
            Splits splits,
            DealStandings standings,
            Ledger ledger,
            Accruals accruals,
            Recoveries recoveries,
            SplitEvents events,
            Event<DealOutcome> outcomes,
            Clock clock) {
        this.splits = splits;
        this.standings = standings;
        this.ledger = ledger;
        this.accruals = accruals;
        this.recoveries = recoveries;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** A deal under another tier than the one that it was split by. */
    private record Correction(DealStanding deal, DealSplit to, String reason) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void arrived(TierChange change, TierHistory history) {
        List<PostedSplit> wrong = splits.currentOfPartner(change.partnerId(), change.effectiveFrom()).stream()
                .filter(posted ->
                        tierOf(posted, history).tier() != posted.split().tier().tier())
                .toList();
        Map<UUID, DealStanding> deals = standings.of(wrong);
        correct(wrong.stream()
                .map(posted -> {
                    DealStanding deal =
                            requireNonNull(deals.get(posted.split().deal().dealId()));
                    TierOnDate tier = tierOf(posted, history);
                    return new Correction(
                            deal,
                            // The plan stays the one that the deal was split by.
                            Splitter.split(posted.split().deal(), deal.plan(), tier),
                            "The tier on the invoice date is %s, not %s"
                                    .formatted(
                                            tier.tier(), posted.split().tier().tier()));
                })
                .toList());
    }

    private static TierOnDate tierOf(PostedSplit posted, TierHistory history) {
        return history.on(posted.split().deal().invoiceDate());
    }

    private void correct(List<Correction> corrections) {
        if (corrections.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<JournalEntry> entries = new ArrayList<>();
        List<PostedSplit> posted = new ArrayList<>();
        List<Accrual> added = new ArrayList<>();
        List<Accrual> owedBack = new ArrayList<>();
        List<Received<AdjustedDeal>> adjusted = new ArrayList<>();
        for (Correction correction : corrections) {
            DealStanding deal = correction.deal();
            DealPosition before = deal.position();
            DealPosition after = before.under(correction.to());
            WonDeal sold = correction.to().deal();
            int revision = deal.posted().revision() + 1;
            JournalEntry entry = new JournalEntry(
                    UuidCreator.getTimeOrderedEpoch(),
                    JournalEntry.Kind.SPLIT_CORRECTION,
                    sold.dealId(),
                    revision,
                    sold.invoiceDate(),
                    correction.reason(),
                    SplitBooking.difference(before, after));
            @Nullable UUID entryId = entry.isEmpty() ? null : entry.id();
            if (entryId != null) {
                entries.add(entry);
            }
            PostedSplit one = new PostedSplit(
                    UuidCreator.getTimeOrderedEpoch(), revision, correction.to(), correction.reason(), entryId, now);
            posted.add(one);
            for (Accrual accrual : SplitAccruals.ofCorrection(one, deal, before, after)) {
                AccrualStanding own = deal.accrualOf(requireNonNull(accrual.lineId()));
                added.add(accrual);
                if (accrual.amountMinor() < 0 && own.isStated()) {
                    owedBack.add(accrual);
                }
            }
            if (after.isAdjusted()) {
                adjusted.add(new Received<>(
                        AdjustedDeal.between(
                                before, after, revision, AdjustedDeal.Cause.CORRECTION, null, sold.invoiceDate(), now),
                        null));
            }
        }
        ledger.postAll(entries, now);
        splits.addAll(posted);
        accruals.addAll(added);
        accruals.freezeWithTheirLines(added.stream().map(Accrual::id).toList(), "the line is frozen", BY);
        recoveries.open(owedBack);
        events.posted(posted.stream().map(one -> new Received<>(one, null)).toList());
        events.adjusted(adjusted);
        corrections.forEach(correction -> outcomes.fire(DealOutcome.CORRECTED));
    }
}
