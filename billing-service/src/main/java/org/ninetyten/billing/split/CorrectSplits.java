package org.ninetyten.billing.split;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.PartnerChanges;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.PlaceHistory;
import org.ninetyten.billing.partner.Places;
import org.ninetyten.billing.partner.TierHistory;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.billing.recovery.Recoveries;

/** Corrects what was split before something arrived that was valid on the invoice date: another tier, another region. */
@ApplicationScoped
class CorrectSplits implements PartnerChanges {

    static final String BY = "correction of the split";

    private final Tiers tiers;
    private final Places places;
    private final Limits limits;
    private final Splits splits;
    private final DealStandings standings;
    private final Ledger ledger;
    private final Accruals accruals;
    private final Recoveries recoveries;
    private final SplitEvents events;
    private final Event<DealsDone> outcomes;
    private final Clock clock;

    CorrectSplits(
            Tiers tiers,
            Places places,
            Limits limits,
            Splits splits,
            DealStandings standings,
            Ledger ledger,
            Accruals accruals,
            Recoveries recoveries,
            SplitEvents events,
            Event<DealsDone> outcomes,
            Clock clock) {
        this.tiers = tiers;
        this.places = places;
        this.limits = limits;
        this.splits = splits;
        this.standings = standings;
        this.ledger = ledger;
        this.accruals = accruals;
        this.recoveries = recoveries;
        this.events = events;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** A deal split anew. */
    private record Correction(DealStanding deal, DealSplit to, String reason) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void arrived(UUID partnerId, LocalDate from) {
        List<UUID> partner = List.of(partnerId);
        TierHistory tiers = requireNonNull(this.tiers.of(partner).get(partnerId));
        PlaceHistory places = requireNonNull(this.places.of(partner).get(partnerId));
        List<PostedSplit> others = splits.currentOfPartner(partnerId, from).stream()
                .filter(posted -> {
                    PartnerOnDate was = posted.split().partner();
                    PartnerOnDate is = partnerOn(posted, tiers, places);
                    return was.tier().tier() != is.tier().tier() || !Objects.equals(was.region(), is.region());
                })
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Map<UUID, DealStanding> deals = standings.of(others);
        List<Limits.Planned> planned = others.stream()
                .map(posted -> {
                    // The plan stays the one that the deal was split by.
                    DealStanding deal =
                            requireNonNull(deals.get(posted.split().deal().dealId()));
                    return new Limits.Planned(posted.split().deal(), deal.plan(), partnerOn(posted, tiers, places));
                })
                .toList();
        Limits.Known known = limits.read(planned);
        List<Correction> corrections = new ArrayList<>();
        for (Limits.Planned one : planned) {
            DealStanding deal = requireNonNull(deals.get(one.deal().dealId()));
            DealSplit was = deal.posted().split();
            DealSplit is = Splitter.split(one.deal(), one.plan(), one.partner(), known.conversions(), known.caps());
            boolean otherTier = was.tier().tier() != is.tier().tier();
            if (otherTier || !is.givesTheSameAs(was)) {
                corrections.add(new Correction(deal, is, otherTier ? reason(was, is) : regionReason(was, is)));
            }
        }
        correct(corrections, known);
    }

    private static PartnerOnDate partnerOn(PostedSplit posted, TierHistory tiers, PlaceHistory places) {
        LocalDate invoiceDate = posted.split().deal().invoiceDate();
        return PartnerOnDate.of(tiers.on(invoiceDate), places.on(invoiceDate));
    }

    private static String reason(DealSplit was, DealSplit is) {
        return "The tier on the invoice date is %s, not %s"
                .formatted(is.tier().tier(), was.tier().tier());
    }

    private static String regionReason(DealSplit was, DealSplit is) {
        String before = was.partner().region();
        return "The region on the invoice date is %s, not %s"
                .formatted(is.partner().region(), before == null ? "unknown" : before);
    }

    private void correct(List<Correction> corrections, Limits.Known known) {
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
        limits.keep(posted, known);
        accruals.addAll(added);
        accruals.freezeWithTheirLines(added.stream().map(Accrual::id).toList(), "the line is frozen", BY);
        recoveries.open(owedBack);
        events.posted(posted.stream().map(one -> new Received<>(one, null)).toList());
        events.adjusted(adjusted);
        outcomes.fire(new DealsDone(DealOutcome.CORRECTED, corrections.size()));
    }
}
