package org.ninetyten.leadrouting.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.ninetyten.leadrouting.dealpolicy.DealPolicies;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.messaging.http.ProblemException;

/** Looks at an estimate while it is being written, and keeps nothing. */
@ApplicationScoped
public class CheckEstimate {

    private final DealPolicies policies;
    private final Clock clock;

    CheckEstimate(DealPolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** The lines with what each adds up to, and the check. */
    public record Checked(List<EstimateLine> lines, NinetyTen ninetyTen) {}

    /** Computes the lines and says how they stand. */
    public Checked check(List<WriteEstimate.Line> lines) {
        DealPolicy policy = policies.validAt(clock.instant());
        List<EstimateLine> computed = WriteEstimate.computed(lines);
        try {
            return new Checked(
                    computed,
                    NinetyTen.check(
                            computed, new NinetyTen.Rule(policy.ninetyTenMode(), policy.suggestionOrder(), false)));
        } catch (ArithmeticException e) {
            throw new ProblemException(DealProblem.AMOUNT_TOO_LARGE, "The sum of the estimate is too large.");
        }
    }
}
