package org.ninetyten.leadrouting.trial;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much a trial's use says that its owner wants to buy: the sum over its signals of points × saturation × decay, in
 * millionths of a point and whole numbers throughout.
 *
 * @param micros millionths of a point
 * @param parts the signals that count, the one worth most first
 */
public record Score(long micros, List<Part> parts) {

    /** One point. */
    public static final long POINT = 1_000_000;

    /** What one signal adds, in millionths of a point. */
    public record Part(UsageSignal signal, long micros) {}

    private static final Comparator<Part> WORTH_MOST_FIRST = Comparator.comparingLong(Part::micros)
            .reversed()
            .thenComparing(part -> part.signal().id());

    /** Scores signals in any order; the same signals at the same instant under the same rules score the same. */
    public static Score of(Collection<UsageSignal> signals, QualificationPolicy.Rules rules, Instant now) {
        Instant windowStart = rules.windowStart(now);
        Map<SignalType, Long> left = new EnumMap<>(SignalType.class);
        rules.weights().forEach((type, weight) -> left.put(type, weight.maxPoints() * POINT));
        List<Part> worth = new ArrayList<>();
        for (UsageSignal signal : signals) {
            QualificationPolicy.Weight weight = rules.weights().get(signal.type());
            if (weight != null && signal.occurredAt().isAfter(windowStart)) {
                worth.add(new Part(signal, worth(signal, weight, now)));
            }
        }
        worth.sort(WORTH_MOST_FIRST);
        long sum = 0;
        List<Part> parts = new ArrayList<>();
        for (Part part : worth) {
            SignalType type = part.signal().type();
            long most = left.getOrDefault(type, 0L);
            long counted = Math.min(part.micros(), most);
            if (counted > 0) {
                left.put(type, most - counted);
                parts.add(new Part(part.signal(), counted));
                sum += counted;
            }
        }
        return new Score(sum, List.copyOf(parts));
    }

    private static long worth(UsageSignal signal, QualificationPolicy.Weight weight, Instant now) {
        long saturated = Math.clamp(signal.value(), 0, weight.saturatesAt());
        long fresh = weight.points() * POINT * saturated / weight.saturatesAt();
        long share = Decay.share(Duration.between(signal.occurredAt(), now), weight.halfLifeDays());
        return fresh * share / Decay.WHOLE;
    }

    /** Whether so many points make a lead. */
    public boolean reaches(int threshold) {
        return micros >= threshold * POINT;
    }

    /** In points, exactly. */
    public static BigDecimal inPoints(long micros) {
        return BigDecimal.valueOf(micros, 6);
    }
}
