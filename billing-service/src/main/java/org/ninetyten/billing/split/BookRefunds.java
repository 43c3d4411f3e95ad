package org.ninetyten.billing.split;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.ledger.JournalEntry;
import org.ninetyten.billing.ledger.Ledger;
import org.ninetyten.billing.recovery.Recoveries;

/** Takes back of both sides, to the minor unit, what a customer got back. */
@ApplicationScoped
class BookRefunds {

    static final String BY = "refund of the deal";

    private final Ledger ledger;
    private final Accruals accruals;
    private final Recoveries recoveries;
    private final Refunds refunds;
    private final SplitEvents events;
    private final ObjectMapper json;

    BookRefunds(
            Ledger ledger,
            Accruals accruals,
            Recoveries recoveries,
            Refunds refunds,
            SplitEvents events,
            ObjectMapper json) {
        this.ledger = ledger;
        this.accruals = accruals;
        this.recoveries = recoveries;
        this.refunds = refunds;
        this.events = events;
        this.json = json;
    }

    /**
     * How a refund's sum was made. The parts are taken of what was given back so far and not of each refund alone, so that
     * roundings never add up.
     *
     * @param lateMinor what of the refund came after the claw-back window
     * @param givenBackMinor what the customer got back of the line so far, this refund included
     * @param partnerBeforeMinor the partner's part of the line before the refund
     */
    record RefundTrace(
            UUID refundId,
            String refundReason,
            int splitRevision,
            int clawBackMonths,
            long refundMinor,
            long lateMinor,
            long givenBackMinor,
            long partnerBeforeMinor,
            long partnerAfterMinor,
            String rounding) {}

    /** Books refunds of deals that are split, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    void book(List<Received<Refund>> received, Map<UUID, DealStanding> standings, Instant now) {
        List<JournalEntry> entries = new ArrayList<>();
        List<Accrual> added = new ArrayList<>();
        List<Accrual> owedBack = new ArrayList<>();
        List<UUID> reversed = new ArrayList<>();
        List<Refunds.Booking> bookings = new ArrayList<>();
        List<Received<AdjustedDeal>> adjusted = new ArrayList<>();
        for (Received<Refund> one : received) {
            Refund refund = one.what();
            DealStanding deal = standings.get(refund.dealId());
            if (deal == null) {
                throw new IllegalArgumentException("Deal " + refund.dealId() + " is not split");
            }
            boolean late = deal.isLate(refund.refundedOn());
            DealPosition before = deal.position();
            DealPosition after = before.with(refund, late);
            deal.moveTo(after);
            JournalEntry entry = new JournalEntry(
                    UuidCreator.getTimeOrderedEpoch(),
                    JournalEntry.Kind.DEAL_REFUND,
                    refund.refundId(),
                    1,
                    refund.refundedOn(),
                    late ? "Refund of a won deal after the claw-back window" : "Refund of a won deal",
                    SplitBooking.difference(before, after));
            @Nullable UUID entryId = entry.isEmpty() ? null : entry.id();
            if (entryId != null) {
                entries.add(entry);
            }
            bookings.add(new Refunds.Booking(refund.refundId(), entryId, now));
            for (Refund.Line line : refund.lines()) {
                AccrualStanding own = deal.accrualOf(line.lineId());
                Accrual accrual = accrual(refund, line, deal, before, own, late, entryId, now);
                added.add(accrual);
                deal.add(accrual);
                if (accrual.amountMinor() < 0 && own.isStated()) {
                    owedBack.add(accrual);
                }
                reversed.addAll(deal.reversedOf(line.lineId()));
            }
            adjusted.add(new Received<>(
                    AdjustedDeal.between(
                            before,
                            after,
                            deal.posted().revision(),
                            AdjustedDeal.Cause.REFUND,
                            refund.refundId(),
                            refund.refundedOn(),
                            now),
                    one.correlationId()));
        }
        ledger.postAll(entries, now);
        refunds.markBooked(bookings);
        accruals.addAll(added);
        accruals.freezeWithTheirLines(added.stream().map(Accrual::id).toList(), "the line is frozen", BY);
        recoveries.open(owedBack);
        if (!reversed.isEmpty()) {
            accruals.move(reversed, AccrualState.REVERSED, "given back whole before any statement", BY);
        }
        events.adjusted(adjusted);
    }

    private Accrual accrual(
            Refund refund,
            Refund.Line line,
            DealStanding deal,
            DealPosition before,
            AccrualStanding own,
            boolean late,
            @Nullable UUID entryId,
            Instant now) {
        LinePosition was = before.line(line.lineId());
        LinePosition is = deal.position().line(line.lineId());
        long change = Math.subtractExact(is.owedToPartnerMinor(), was.owedToPartnerMinor());
        boolean isVoid = before.voidLines().contains(line.lineId());
        RefundTrace trace = new RefundTrace(
                refund.refundId(),
                refund.reason(),
                deal.posted().revision(),
                deal.plan().terms().clawBackMonths(),
                line.netMinor(),
                late ? line.netMinor() : 0,
                deal.position().refundsOf(line.lineId()).totalMinor(),
                was.partnerMinor(),
                is.partnerMinor(),
                Splitter.METHOD);
        return new Accrual(
                UuidCreator.getTimeOrderedEpoch(),
                refund.partnerId(),
                Accrual.Kind.REFUND,
                own.id(),
                refund.dealId(),
                line.lineId(),
                is.line().incomePoint().name(),
                refund.refundId(),
                null,
                null,
                refund.refundedOn(),
                refund.currency(),
                change,
                change == 0 ? whyNothing(late, isVoid, was) : null,
                write(trace),
                entryId,
                now,
                own.stateOfFurther(now),
                own.heldUntil());
    }

    private static String whyNothing(boolean late, boolean isVoid, LinePosition was) {
        if (late) {
            return "AFTER_CLAW_BACK_WINDOW";
        }
        if (isVoid) {
            return "LINE_IS_VOID";
        }
        return was.owedToPartnerMinor() == 0 ? "NOTHING_WAS_OWED" : "LESS_THAN_ONE_UNIT";
    }

    private String write(RefundTrace trace) {
        try {
            return json.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
