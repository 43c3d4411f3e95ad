package org.ninetyten.leadrouting.deal;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.work.Works;
import org.ninetyten.messaging.http.ProblemException;

/** Replaces the lines of an estimate. */
@ApplicationScoped
public class WriteEstimate {

    private final Deals deals;
    private final DealPolicies policies;
    private final Works works;
    private final Clock clock;

    WriteEstimate(Deals deals, DealPolicies policies, Works works, Clock clock) {
        this.deals = deals;
        this.policies = policies;
        this.works = works;
        this.clock = clock;
    }

    /** A line as somebody writes it, before anything is computed. */
    public record Line(
            IncomePoint incomePoint,
            @Nullable String description,
            int quantity,
            long unitPriceMinor,
            int taxBasisPoints,
            Side performer,
            Side billedBy) {}

    /**
     * Replaces all lines.
     *
     * @param checkVersion refuses when the deal has changed since the caller read it
     */
    @Transactional
    public Deal write(UUID dealId, List<Line> lines, LongConsumer checkVersion) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Deal deal = deals.lock(dealId);
        checkVersion.accept(deal.version());
        deal.estimate(computed(lines), policies.validAt(now), now);
        deals.flush();
        UUID leadId = deal.leadId();
        if (leadId != null) {
            works.heard(leadId, now);
        }
        return deal;
    }

    static List<EstimateLine> computed(List<Line> lines) {
        List<EstimateLine> computed = new ArrayList<>();
        for (Line line : lines) {
            try {
                computed.add(new EstimateLine(
                        UuidCreator.getTimeOrderedEpoch(),
                        computed.size(),
                        line.incomePoint(),
                        line.description(),
                        line.quantity(),
                        line.unitPriceMinor(),
                        line.taxBasisPoints(),
                        line.performer(),
                        line.billedBy()));
            } catch (ArithmeticException e) {
                String field = "lines[" + computed.size() + "].unitPriceMinor";
                throw new ProblemException(DealProblem.AMOUNT_TOO_LARGE, "A line's amount is too large.")
                        .field(field, "is too large for this quantity");
            }
        }
        return computed;
    }
}
