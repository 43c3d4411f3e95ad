package org.ninetyten.leadrouting.deal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.audit.Audit;
import org.ninetyten.messaging.http.ProblemException;

/** Gives back part or all of a won deal. The deal is locked meanwhile, so that refunds at once never give too much. */
@ApplicationScoped
public class RefundDeal {

    private final Deals deals;
    private final Refunds refunds;
    private final PartnerDays days;
    private final DealEvents events;
    private final Audit audit;
    private final Clock clock;

    RefundDeal(Deals deals, Refunds refunds, PartnerDays days, DealEvents events, Audit audit, Clock clock) {
        this.deals = deals;
        this.refunds = refunds;
        this.days = days;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The deal after the refund, and the refund. */
    public record Refunded(Deal deal, Refund refund) {}

    /**
     * Refunds.
     *
     * @param wanted what to give back of which line; nothing at all means all that remains
     * @param refundedOn the day of the credit note; today at the partner's when absent
     */
    @Transactional
    public Refunded refund(
            UUID dealId,
            List<Refund.Wanted> wanted,
            @Nullable LocalDate refundedOn,
            RefundReason reason,
            @Nullable String note,
            String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        LocalDate day = dayOf(deal, refundedOn, now);
        long before = deal.refundedMinor();
        List<Refund.Line> lines = deal.refund(wanted, now);
        Refund refund = new Refund(
                UuidCreator.getTimeOrderedEpoch(),
                dealId,
                day,
                reason,
                note,
                lines,
                lines.stream().mapToLong(Refund.Line::netMinor).sum(),
                lines.stream().mapToLong(Refund.Line::taxMinor).sum(),
                now,
                by);
        deals.flush();
        refunds.add(refund);
        audit.record(
                by,
                "refunded a deal",
                dealId,
                before + " " + deal.currency() + " minor units refunded",
                deal.refundedMinor() + " " + deal.currency() + " minor units refunded",
                note == null ? reason.name() : reason + ": " + note);
        events.publish(new DealEvent.Refunded(deal, refund));
        return new Refunded(deal, refund);
    }

    private LocalDate dayOf(Deal deal, @Nullable LocalDate given, Instant now) {
        LocalDate closedOn = deal.closedOn();
        if (given == null) {
            LocalDate today = days.today(deal.partnerId(), now);
            return closedOn != null && today.isBefore(closedOn) ? closedOn : today;
        }
        PartnerDays.refuseFuture("refundedOn", given, now);
        if (closedOn != null && given.isBefore(closedOn)) {
            throw ProblemException.invalid("refundedOn", "must not be before the deal was closed");
        }
        return given;
    }
}
