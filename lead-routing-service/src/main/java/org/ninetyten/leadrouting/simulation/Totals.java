package org.ninetyten.leadrouting.simulation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.Step;

/** What a simulation counts of its leads, other than what each partner got. */
final class Totals {

    /** A lead of which nobody knows where it is from. */
    private static final String NOWHERE = "";

    final Map<Step, Long> steps = new EnumMap<>(Step.class);
    final Map<Filter, Long> reasons = new EnumMap<>(Filter.class);
    final Map<String, Long> unroutable = new TreeMap<>();
    final Distances simulated = new Distances();
    final Distances happened = new Distances();
    long leads;
    long compared;
    long same;
    long elsewhere;
    long found;
    long lost;
    long stillNobody;
    long goneSince;

    void step(Step step) {
        steps.merge(step, 1L, Long::sum);
    }

    /** Nobody could have the lead; the last filter took the last candidates. */
    void nobody(Filter last, @Nullable String country) {
        reasons.merge(last, 1L, Long::sum);
        unroutable.merge(country == null ? NOWHERE : country, 1L, Long::sum);
    }

    /** How far the partners that got leads are from the customers. */
    static final class Distances {

        private static final int HALF_ROUND_THE_GLOBE = 20_040;

        private final int[] leads = new int[HALF_ROUND_THE_GLOBE + 1];
        private long unknown;

        void add(@Nullable Integer kilometres) {
            if (kilometres == null) {
                unknown++;
            } else {
                leads[Math.min(kilometres, HALF_ROUND_THE_GLOBE)]++;
            }
        }

        long unknown() {
            return unknown;
        }

        long known() {
            return between(0, HALF_ROUND_THE_GLOBE + 1);
        }

        /** How many leads are from one distance to below another one. */
        long between(int from, int below) {
            long count = 0;
            for (int km = from; km < Math.min(below, leads.length); km++) {
                count += leads[km];
            }
            return count;
        }

        /** The distance within which so many thousandths of the leads are, or nothing without any. */
        @Nullable
        Integer within(int thousandths) {
            long known = known();
            long count = 0;
            for (int km = 0; known > 0 && km < leads.length; km++) {
                count += leads[km];
                if (count * 1_000 >= known * thousandths) {
                    return km;
                }
            }
            return null;
        }

        @Nullable
        Long mean() {
            long known = known();
            long sum = 0;
            for (int km = 0; km < leads.length; km++) {
                sum += (long) km * leads[km];
            }
            return known == 0 ? null : Math.round((double) sum / known);
        }

        private void write(DataOutput out) throws IOException {
            out.writeLong(unknown);
            for (int count : leads) {
                out.writeInt(count);
            }
        }

        private void read(DataInput in) throws IOException {
            unknown = in.readLong();
            for (int i = 0; i < leads.length; i++) {
                leads[i] = in.readInt();
            }
        }
    }

    void write(DataOutput out) throws IOException {
        for (Step step : Step.values()) {
            out.writeLong(steps.getOrDefault(step, 0L));
        }
        for (Filter filter : Filter.values()) {
            out.writeLong(reasons.getOrDefault(filter, 0L));
        }
        out.writeInt(unroutable.size());
        for (Map.Entry<String, Long> entry : unroutable.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        simulated.write(out);
        happened.write(out);
        for (long count : new long[] {leads, compared, same, elsewhere, found, lost, stillNobody, goneSince}) {
            out.writeLong(count);
        }
    }

    void read(DataInput in) throws IOException {
        for (Step step : Step.values()) {
            put(steps, step, in.readLong());
        }
        for (Filter filter : Filter.values()) {
            put(reasons, filter, in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            String country = in.readUTF();
            unroutable.put(country, in.readLong());
        }
        simulated.read(in);
        happened.read(in);
        leads = in.readLong();
        compared = in.readLong();
        same = in.readLong();
        elsewhere = in.readLong();
        found = in.readLong();
        lost = in.readLong();
        stillNobody = in.readLong();
        goneSince = in.readLong();
    }

    private static <K> void put(Map<K, Long> counts, K key, long count) {
        if (count > 0) {
            counts.put(key, count);
        }
    }
}
