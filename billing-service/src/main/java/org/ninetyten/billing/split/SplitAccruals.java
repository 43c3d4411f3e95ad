package org.ninetyten.billing.split;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.accrual.Accrual;
import org.ninetyten.billing.accrual.AccrualStanding;
import org.ninetyten.billing.accrual.Accruals;
import org.ninetyten.billing.plan.Party;
import org.ninetyten.billing.plan.Sale;
import org.ninetyten.billing.plan.SplitPlan;

/** What the lines of a split make the vendor and the partner owe each other. */
final class SplitAccruals {

    /** Why nothing is owed for a line that the partner billed itself and keeps whole. */
    static final String COLLECTED_BY_PARTNER = "COLLECTED_BY_PARTNER";

    private SplitAccruals() {}

    /** One accrual per line; a line of nothing keeps its reason. */
    static List<Accrual> of(PostedSplit posted, SplitPlan plan) {
        List<Accrual> accruals = new ArrayList<>();
        WonDeal deal = posted.split().deal();
        Instant heldUntil = Accruals.heldUntil(deal.invoiceDate(), plan.terms().holdDays());
        for (int i = 0; i < posted.split().lines().size(); i++) {
            LineSplit line = posted.split().lines().get(i);
            long owed = LinePosition.whole(line).owedToPartnerMinor();
            accruals.add(new Accrual(
                    UuidCreator.getTimeOrderedEpoch(),
                    deal.partnerId(),
                    deal.sale() == Sale.RENEWAL ? Accrual.Kind.RENEWAL : Accrual.Kind.SALE,
                    null,
                    deal.dealId(),
                    line.line().lineId(),
                    line.line().incomePoint().name(),
                    null,
                    posted.id(),
                    i + 1,
                    deal.invoiceDate(),
                    deal.currency(),
                    owed,
                    owed == 0 ? whyNothing(line) : null,
                    null,
                    posted.journalEntryId(),
                    posted.postedAt(),
                    Accrual.first(heldUntil, posted.postedAt()),
                    heldUntil));
        }
        return accruals;
    }

    /** One accrual for each line of which a correction makes more or less owed. */
    static List<Accrual> ofCorrection(PostedSplit posted, DealStanding deal, DealPosition before, DealPosition after) {
        List<Accrual> accruals = new ArrayList<>();
        WonDeal sold = posted.split().deal();
        List<LinePosition> was = before.lines();
        List<LinePosition> is = after.lines();
        for (int i = 0; i < is.size(); i++) {
            DealLine line = is.get(i).line();
            long change = Math.subtractExact(
                    is.get(i).owedToPartnerMinor(), was.get(i).owedToPartnerMinor());
            if (change == 0) {
                continue;
            }
            AccrualStanding own = deal.accrualOf(line.lineId());
            accruals.add(new Accrual(
                    UuidCreator.getTimeOrderedEpoch(),
                    sold.partnerId(),
                    Accrual.Kind.CORRECTION,
                    own.id(),
                    sold.dealId(),
                    line.lineId(),
                    line.incomePoint().name(),
                    null,
                    posted.id(),
                    i + 1,
                    sold.invoiceDate(),
                    sold.currency(),
                    change,
                    null,
                    null,
                    posted.journalEntryId(),
                    posted.postedAt(),
                    own.stateOfFurther(posted.postedAt()),
                    own.heldUntil()));
        }
        return accruals;
    }

    private static @Nullable String whyNothing(LineSplit line) {
        if (line.line().billedBy() == Party.PARTNER && line.line().netMinor() != 0) {
            return COLLECTED_BY_PARTNER;
        }
        LineTrace.ZeroReason reason = line.trace().reason();
        return reason == null ? null : reason.name();
    }
}
