package org.ninetyten.testing.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures ours against a yardstick in alternating pairs (A B A B), so that a slow moment of the machine hits both.
 * Each side says its rate; the ratio is taken inside each pair.
 */
public final class Pairs {

    /** One run of one side. */
    @FunctionalInterface
    public interface Run {
        /** Does the work anew and says its rate, higher is better; time for preparing is not part of it. */
        double rate() throws Exception;
    }

    private Pairs() {}

    /** Runs both sides once to warm up, then so many pairs; says the spread of ours ÷ yardstick and prints each pair. */
    public static Spread ratio(String name, int pairs, Run ours, Run yardstick) throws Exception {
        ours.rate();
        yardstick.rate();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= pairs; pair++) {
            double a = ours.rate();
            double b = yardstick.rate();
            ratios.add(a / b);
            System.out.printf(
                    Locale.ROOT, "%s, pair %d: ours %.1f/s, yardstick %.1f/s, ratio %.3f%n", name, pair, a, b, a / b);
        }
        return Spread.of(ratios);
    }
}
