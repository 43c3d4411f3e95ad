package org.ninetyten.billing.split;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.accrual.AccrualQueries;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.audit.Audit;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Takes what a partner is owed for a line out of the books before any statement has it: the partner's part falls to the
 * vendor. What was refunded or corrected of the line goes with it, and later refunds of it move the vendor alone.
 */
@ApplicationScoped
public class VoidAccrual {

    private final AccrualQueries queries;
    private final Accruals accruals;
    private final Tiers tiers;
    private final DealStandings standings;
    private final Ledger ledger;
    private final SplitEvents events;
    private final Audit audit;
    private final Clock clock;

    VoidAccrual(
            AccrualQueries queries,
            Accruals accruals,
            Tiers tiers,
            DealStandings standings,
            Ledger ledger,
            SplitEvents events,
            Audit audit,
            Clock clock) {
        this.queries = queries;
        this.accruals = accruals;
        this.tiers = tiers;
        this.standings = standings;
        this.ledger = ledger;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    private record Kept(AccrualState state, long owedMinor) {}

    /**
     * Voids the line's accrual.
     *
     * @param id the line's own accrual, not that of a refund or correction
     * @throws ProblemException 404 when there is none; 409 when it was stated, or is not what the vendor owes for a line
     */
    @Transactional
    public AccrualQueries.View handle(UUID id, String why, String by) {
        AccrualQueries.View view = require(id);
        UUID dealId = view.dealId();
        UUID lineId = view.lineId();
        if (dealId == null || lineId == null || view.parentId() != null) {
            throw ProblemException.illegalState("Accrual " + id + " is not a line's own.", List.of());
        }
        tiers.lockForChange(List.of(view.partnerId()));
        DealStanding deal = requireNonNull(standings.of(List.of(dealId)).get(dealId), "what is accrued is split");
        List<AccrualStanding> ofTheLine = deal.accrualsOf(lineId)
                .filter(accrual -> accrual.state() != AccrualState.REVERSED)
                .toList();
        long owed = deal.position().line(lineId).owedToPartnerMinor();
        if (owed <= 0 || !ofTheLine.stream().allMatch(AccrualStanding::isBeforeStatement)) {
            throw ProblemException.illegalState(
                    "Accrual %s is %s and owes %d; only what is owed and not stated can be void."
                            .formatted(id, view.state(), owed),
                    List.of());
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        DealPosition before = deal.position();
        DealPosition after = before.withVoid(lineId);
        ledger.post(
                new JournalEntry(
                        UuidCreator.getTimeOrderedEpoch(),
                        JournalEntry.Kind.ACCRUAL_VOID,
                        id,
                        1,
                        today,
                        "The partner's part of a line is void",
                        SplitBooking.difference(before, after)),
                now);
        accruals.move(ofTheLine.stream().map(AccrualStanding::id).toList(), AccrualState.VOID, why, by);
        events.adjusted(List.of(new Received<>(
                AdjustedDeal.between(
                        before, after, deal.posted().revision(), AdjustedDeal.Cause.VOID, null, today, now),
                null)));
        audit.record(
                by,
                "accrual.voided",
                "accrual/" + id,
                new Kept(view.state(), owed),
                new Kept(AccrualState.VOID, 0),
                why);
        return require(id);
    }

    private AccrualQueries.View require(UUID id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("accrual", id));
    }
}
