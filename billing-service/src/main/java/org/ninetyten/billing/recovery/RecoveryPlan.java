package org.ninetyten.billing.recovery;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ninetyten.billing.plan.SplitRule;

/**
 * How what a partner owes back comes out of its statements: the oldest debt first, and of each statement a limited share
 * only, so that a partner is always paid something for its work.
 *
 * @param takenMinor what this statement takes, over all recoveries
 * @param remainingMinor what is left for the statements to come
 */
public record RecoveryPlan(List<Part> parts, long takenMinor, long remainingMinor) {

    /** What is owed back still. */
    public record Open(UUID recoveryId, long remainingMinor) {}

    /** What a statement takes of one recovery, and what is left of it then. */
    public record Part(UUID recoveryId, long takenMinor, long remainingMinor) {}

    public RecoveryPlan {
        parts = List.copyOf(parts);
    }

    /**
     * The plan for one statement.
     *
     * @param open oldest first
     * @param payableMinor what the statement would pay without any recovery
     * @param limitBasisPoints what recovery may take of it
     */
    public static RecoveryPlan of(List<Open> open, long payableMinor, int limitBasisPoints) {
        long left = limit(payableMinor, limitBasisPoints);
        long taken = 0;
        long remaining = 0;
        List<Part> parts = new ArrayList<>();
        for (Open recovery : open) {
            long part = Math.min(left, recovery.remainingMinor());
            left -= part;
            taken = Math.addExact(taken, part);
            long rest = recovery.remainingMinor() - part;
            remaining = Math.addExact(remaining, rest);
            if (part > 0) {
                parts.add(new Part(recovery.recoveryId(), part, rest));
            }
        }
        return new RecoveryPlan(parts, taken, remaining);
    }

    /** The most that a statement may lose to recovery; rounded down, in the partner's favour. */
    public static long limit(long payableMinor, int limitBasisPoints) {
        return BigInteger.valueOf(Math.max(0, payableMinor))
                .multiply(BigInteger.valueOf(limitBasisPoints))
                .divide(BigInteger.valueOf(SplitRule.WHOLE))
                .longValueExact();
    }
}
