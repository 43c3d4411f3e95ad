package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decision as a few hundred bytes: column by column, since the values of a column are alike, with a small
 * number for each partner instead of its id, and times as what has passed until the decision.
 *
 * <p>What was written once must be readable for ever. A new form gets a new number; the codes of filters and steps are
 * those of the lists below, which may only be added to.
 */
public final class Trace {

    /** As the second, with the number of partners that had the right to sell. */
    private static final int FORM = 3;

    /** Columns with four ways to write them, and credits against the share that is due. */
    private static final int SECOND_FORM = 2;

    /** Columns with three ways to write them, and credits as they changed. */
    private static final int FIRST_FORM = 1;

    /** The code of a filter is its place here, from 1. */
    private static final List<Filter> FILTERS = List.of(
            Filter.NOT_ACTIVE,
            Filter.NO_RIGHT_TO_SELL,
            Filter.LANGUAGE,
            Filter.SERVICE,
            Filter.CREDENTIAL,
            Filter.PAUSED,
            Filter.CALENDAR,
            Filter.AT_CAPACITY,
            Filter.REFUSED_BEFORE,
            Filter.OVER_QUOTA);

    /** The code of a step is its place here, from 1. */
    private static final List<Step> STEPS = List.of(
            Step.PARTNER_OF_RECORD,
            Step.CUSTOMERS_CHOICE,
            Step.HOST_PARTNER,
            Step.TURN,
            Step.DESK,
            Step.NOBODY,
            Step.PROTECTION,
            Step.CAMPAIGN_PARTNER,
            Step.OPENING);

    private static final long UNKNOWN_DISTANCE = -1;

    private Trace() {}

    /** What is kept in the bytes: the rest of a decision has columns of its own. */
    public record Contents(
            List<RoutingDecision.Row> rows,
            Map<Filter, Integer> failed,
            @Nullable Integer sellers) {}

    /**
     * Writes the rows and the counts of a decision.
     *
     * @param decidedAt to the microsecond, as are the times of the standings
     * @param numberOf the number by which each of the partners is known
     */
    public static byte[] write(RoutingDecision decision, Instant decidedAt, ToLongFunction<UUID> numberOf) {
        List<RoutingDecision.Row> rows = decision.rows();
        Packed.Writer out = new Packed.Writer();
        out.number(FORM);
        out.number(rows.size());
        out.column(rows, row -> numberOf.applyAsLong(row.partnerId()));
        standings(out, rows, standing -> code(STEPS, standing.before()));
        standings(out, rows, standing -> code(FILTERS, standing.failed()));
        standings(out, rows, standing -> standing.kilometres() == null ? UNKNOWN_DISTANCE : standing.kilometres());
        standings(out, rows, standing -> standing.score().competency());
        standings(out, rows, standing -> standing.score().distance());
        standings(out, rows, standing -> standing.score().responseRecord());
        standings(out, rows, standing -> standing.score().winRate());
        standings(out, rows, standing -> standing.score().headroom());
        standings(out, rows, standing -> standing.score().total());
        standings(out, rows, Standing::weight);
        standings(out, rows, Standing::credit);
        // Who took turns by share earned what its weight says: apart from the one that paid, the differences are zero.
        boolean byShare = rows.stream().anyMatch(row -> row.creditAfter() != row.creditBefore());
        long weights = byShare ? rows.stream().mapToLong(Trace::weightInBand).sum() : 0;
        out.number(byShare ? 1 : 0);
        out.column(
                rows,
                row -> row.creditAfter() - row.creditBefore() - (byShare ? share(weightInBand(row), weights) : 0));
        standings(out, rows, standing -> waited(standing.lastTurnAt(), decidedAt));
        standings(out, rows, Standing::load);
        standings(out, rows, Standing::openingLeads);
        out.column(rows, row -> row.inBand() ? 1 : 0);
        List<Filter> failed = decision.failed().keySet().stream().sorted().toList();
        out.number(failed.size());
        for (Filter filter : failed) {
            out.number(code(FILTERS, filter));
            out.number(decision.failed().getOrDefault(filter, 0));
        }
        Integer sellers = decision.sellers();
        out.number(sellers == null ? 0 : sellers + 1L);
        return out.toBytes();
    }

    /** The numbers of the partners in the rows, in their order. */
    public static long[] partners(byte[] bytes) {
        Packed.Reader in = open(bytes);
        return in.column(in.size());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param partnerOf the partner of a number
     * @throws IllegalArgumentException when the bytes are no trace of a form that is known
     */
    public static Contents read(byte[] bytes, Instant decidedAt, Function<Long, UUID> partnerOf) {
        Packed.Reader in = open(bytes);
        int size = in.size();
        long[] partner = in.column(size);
        long[] before = in.column(size);
        long[] failedBy = in.column(size);
        long[] kilometres = in.column(size);
        long[] competency = in.column(size);
        long[] distance = in.column(size);
        long[] responseRecord = in.column(size);
        long[] winRate = in.column(size);
        long[] headroom = in.column(size);
        long[] total = in.column(size);
        long[] weight = in.column(size);
        long[] credit = in.column(size);
        boolean byShare = in.form() != FIRST_FORM && in.number() == 1;
        long[] change = in.column(size);
        long[] waited = in.column(size);
        long[] load = in.column(size);
        long[] openingLeads = in.column(size);
        long[] inBand = in.column(size);
        if (byShare) {
            long weights = 0;
            for (int i = 0; i < size; i++) {
                weights += inBand[i] * weight[i];
            }
            for (int i = 0; i < size; i++) {
                change[i] += share(inBand[i] * weight[i], weights);
            }
        }
        IntFunction<RoutingDecision.Row> row = i -> new RoutingDecision.Row(
                new Standing(
                        partnerOf.apply(partner[i]),
                        decoded(STEPS, before[i]),
                        decoded(FILTERS, failedBy[i]),
                        kilometres[i] == UNKNOWN_DISTANCE ? null : (int) kilometres[i],
                        new Score(
                                (int) competency[i],
                                (int) distance[i],
                                (int) responseRecord[i],
                                (int) winRate[i],
                                (int) headroom[i],
                                (int) total[i]),
                        (int) weight[i],
                        credit[i],
                        lastTurnAt(waited[i], decidedAt),
                        (int) load[i],
                        (int) openingLeads[i]),
                inBand[i] == 1,
                credit[i] + change[i]);
        List<RoutingDecision.Row> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(row.apply(i));
        }
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        for (int left = in.size(); left > 0; left--) {
            Filter filter = decoded(FILTERS, in.number());
            if (filter == null) {
                throw new IllegalArgumentException("A filter that is counted has no name.");
            }
            failed.put(filter, (int) in.number());
        }
        long sellers = in.form() == FORM ? in.number() : 0;
        return new Contents(rows, failed, sellers == 0 ? null : (int) (sellers - 1));
    }

    private static Packed.Reader open(byte[] bytes) {
        Packed.Reader in = new Packed.Reader(bytes);
        if (in.form() != FORM && in.form() != SECOND_FORM && in.form() != FIRST_FORM) {
            throw new IllegalArgumentException("A trace of the form " + in.form() + " cannot be read.");
        }
        return in;
    }

    private static long weightInBand(RoutingDecision.Row row) {
        return row.inBand() ? row.standing().weight() : 0;
    }

    /** What is due to a weight. It belongs to the form of the bytes, and stays, whatever becomes of the rule for turns. */
    private static long share(long weight, long weights) {
        return weights == 0 ? 0 : Credit.LEAD / weights * weight + Credit.LEAD % weights * weight / weights;
    }

    private static void standings(Packed.Writer out, List<RoutingDecision.Row> rows, ToLongFunction<Standing> value) {
        out.column(rows, row -> value.applyAsLong(row.standing()));
    }

    private static <T> long code(List<T> codes, @Nullable T value) {
        if (value == null) {
            return 0;
        }
        int place = codes.indexOf(value);
        if (place < 0) {
            throw new IllegalArgumentException(value + " has no code in a trace.");
        }
        return place + 1L;
    }

    private static <T> @Nullable T decoded(List<T> codes, long code) {
        return code == 0 ? null : codes.get((int) code - 1);
    }

    /** Zero for never, and else how many microseconds before the decision; nothing has zero of both. */
    private static long waited(@Nullable Instant lastTurnAt, Instant decidedAt) {
        if (lastTurnAt == null) {
            return 0;
        }
        long micros = ChronoUnit.MICROS.between(lastTurnAt, decidedAt);
        return micros < 0 ? micros : micros + 1;
    }

    private static @Nullable Instant lastTurnAt(long waited, Instant decidedAt) {
        if (waited == 0) {
            return null;
        }
        return decidedAt.minus(waited < 0 ? waited : waited - 1, ChronoUnit.MICROS);
    }
}
