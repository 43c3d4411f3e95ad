package org.ninetyten.billing.split;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.AccrualState;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.plan.SplitPlans;

/** Reads deals as they stand, with four statements for any number of them. */
@ApplicationScoped
class DealStandings {

    private final Splits splits;
    private final Refunds refunds;
    private final Accruals accruals;
    private final SplitPlans plans;

    DealStandings(Splits splits, Refunds refunds, Accruals accruals, SplitPlans plans) {
        this.splits = splits;
        this.refunds = refunds;
        this.accruals = accruals;
        this.plans = plans;
    }

    /** The deals that are split; the others are left out. Their accruals stay as they are until the end of the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, DealStanding> of(Collection<UUID> dealIds) {
        return of(splits.currentOfDeals(dealIds));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, DealStanding> of(List<PostedSplit> posted) {
        Map<UUID, DealStanding> standings = new HashMap<>();
        if (posted.isEmpty()) {
            return standings;
        }
        List<UUID> dealIds =
                posted.stream().map(split -> split.split().deal().dealId()).toList();
        Map<UUID, List<AccrualStanding>> owed =
                accruals.ofDeals(dealIds).stream().collect(Collectors.groupingBy(AccrualStanding::dealId));
        for (PostedSplit split : posted) {
            UUID dealId = split.split().deal().dealId();
            List<AccrualStanding> lines = owed.getOrDefault(dealId, List.of());
            DealPosition position = new DealPosition(
                    split.split(),
                    Map.of(),
                    lines.stream()
                            .filter(line -> line.isOfTheLine() && line.state() == AccrualState.VOID)
                            .map(AccrualStanding::lineId)
                            .collect(Collectors.toSet()));
            standings.put(
                    dealId, new DealStanding(split, plans.version(split.split().planVersion()), lines, position));
        }
        for (Refund refund : refunds.bookedOf(dealIds)) {
            DealStanding standing = standings.get(refund.dealId());
            if (standing != null) {
                standing.moveTo(standing.position().with(refund, standing.isLate(refund.refundedOn())));
            }
        }
        return standings;
    }
}
