package org.ninetyten.billing.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.plan.SplitPlan;

/** A split deal with all that was made of it so far, to which further things are added one after the other. */
final class DealStanding {

    private final PostedSplit posted;
    private final SplitPlan plan;
    private final List<AccrualStanding> accruals;
    private DealPosition position;

    DealStanding(PostedSplit posted, SplitPlan plan, List<AccrualStanding> accruals, DealPosition position) {
        this.posted = posted;
        this.plan = plan;
        this.accruals = new ArrayList<>(accruals);
        this.position = position;
    }

    PostedSplit posted() {
        return posted;
    }

    SplitPlan plan() {
        return plan;
    }

    DealPosition position() {
        return position;
    }

    void moveTo(DealPosition next) {
        position = next;
    }

    /** Whether both sides may still be asked for their part of what the customer gets back. */
    boolean isLate(LocalDate refundedOn) {
        LocalDate invoiceDate = posted.split().deal().invoiceDate();
        return refundedOn.isAfter(invoiceDate.plusMonths(plan.terms().clawBackMonths()));
    }

    /** The line's own accrual. */
    AccrualStanding accrualOf(UUID lineId) {
        return accrualsOf(lineId)
                .filter(AccrualStanding::isOfTheLine)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Line " + lineId + " has no accrual"));
    }

    void add(Accrual further) {
        accruals.add(new AccrualStanding(
                further.id(),
                further.parentId(),
                posted.split().deal().dealId(),
                Objects.requireNonNull(further.lineId()),
                further.amountMinor(),
                further.state(),
                null,
                further.heldUntil()));
    }

    /** The accruals of a line that came to nothing before any statement had one of them; none when it is otherwise. */
    List<UUID> reversedOf(UUID lineId) {
        List<AccrualStanding> all = accrualsOf(lineId).toList();
        boolean takenBack = position.refundsOf(lineId).totalMinor() > 0
                && position.line(lineId).netMinor() == 0
                && all.stream().mapToLong(AccrualStanding::amountMinor).sum() == 0;
        return takenBack && all.stream().allMatch(AccrualStanding::isBeforeStatement)
                ? all.stream().map(AccrualStanding::id).toList()
                : List.of();
    }

    Stream<AccrualStanding> accrualsOf(UUID lineId) {
        return accruals.stream().filter(accrual -> accrual.lineId().equals(lineId));
    }
}
