package org.ninetyten.billing.split;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A deal as it stands: its split, what was given back of each line, and the lines whose partner's part is void. The books
 * follow from this alone, in whatever order its parts became known.
 */
record DealPosition(DealSplit split, Map<UUID, LineRefunds> refunds, Set<UUID> voidLines) {

    DealPosition {
        refunds = Map.copyOf(refunds);
        voidLines = Set.copyOf(voidLines);
    }

    /** A deal as it was sold. */
    static DealPosition whole(DealSplit split) {
        return new DealPosition(split, Map.of(), Set.of());
    }

    /** The lines in the order of the deal. */
    List<LinePosition> lines() {
        return split.lines().stream().map(this::of).toList();
    }

    /** One line. */
    LinePosition line(UUID lineId) {
        return of(lineSplit(lineId));
    }

    LineRefunds refundsOf(UUID lineId) {
        return Objects.requireNonNullElse(refunds.get(lineId), LineRefunds.NONE);
    }

    /** Whether anything but the split itself makes up the position. */
    boolean isAdjusted() {
        return !refunds.isEmpty() || !voidLines.isEmpty();
    }

    /**
     * The position after a refund.
     *
     * @param late whether it came after the claw-back window
     * @throws IllegalArgumentException when it doesn't fit the deal
     */
    DealPosition with(Refund refund, boolean late) {
        WonDeal deal = split.deal();
        if (!refund.partnerId().equals(deal.partnerId()) || !refund.currency().equals(deal.currency())) {
            throw new IllegalArgumentException("Refund %s names partner %s and %s, its deal %s and %s"
                    .formatted(
                            refund.refundId(),
                            refund.partnerId(),
                            refund.currency(),
                            deal.partnerId(),
                            deal.currency()));
        }
        Map<UUID, LineRefunds> more = new HashMap<>(refunds);
        for (Refund.Line line : refund.lines()) {
            lineSplit(line.lineId());
            more.merge(
                    line.lineId(),
                    LineRefunds.NONE.plus(line.netMinor(), late),
                    (before, added) -> before.plus(line.netMinor(), late));
        }
        DealPosition after = new DealPosition(split, more, voidLines);
        refund.lines().forEach(line -> after.line(line.lineId()));
        return after;
    }

    /** The same refunds and voids under another split of the deal. */
    DealPosition under(DealSplit other) {
        return new DealPosition(other, refunds, voidLines);
    }

    /** The position with the partner's part of a line void. */
    DealPosition withVoid(UUID lineId) {
        Set<UUID> more = new HashSet<>(voidLines);
        more.add(lineId);
        return new DealPosition(split, refunds, more);
    }

    private LineSplit lineSplit(UUID lineId) {
        return split.lines().stream()
                .filter(line -> line.line().lineId().equals(lineId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Deal %s has no line %s".formatted(split.deal().dealId(), lineId)));
    }

    private LinePosition of(LineSplit line) {
        UUID lineId = line.line().lineId();
        return LinePosition.of(line, refundsOf(lineId), voidLines.contains(lineId));
    }
}
