package org.ninetyten.leadrouting.routing;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the nearest few of any number of partners, whatever the order in which they come. */
public final class Nearest<T> {

    /**
     * Equal distances are settled by a lot drawn from both ids. Settled by id alone, the same few partners of a big
     * city would be on every shortlist and the others on none.
     */
    private static final Comparator<Ranked<?>> NEAREST_FIRST = Comparator.<Ranked<?>>comparingInt(Ranked::kilometres)
            .thenComparingLong(Ranked::lot)
            .thenComparing(Ranked::id);

    /** An unknown distance is as good as any other unknown one, and worse than a known one. */
    static final int UNKNOWN = Integer.MAX_VALUE;

    private final UUID leadId;
    private final int limit;
    private final PriorityQueue<Ranked<T>> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());

    public Nearest(UUID leadId, int limit) {
        this.leadId = leadId;
        this.limit = limit;
    }

    public void offer(UUID id, @Nullable Integer kilometres, T partner) {
        int distance = kilometres == null ? UNKNOWN : kilometres;
        if (wouldTake(id, distance)) {
            farthestFirst.add(new Ranked<>(id, distance, lot(leadId, id), partner));
            if (farthestFirst.size() > limit) {
                farthestFirst.remove();
            }
        }
    }

    /** Whether a partner at this distance is among the nearest so far; it makes no garbage for those that are not. */
    boolean wouldTake(UUID id, int kilometres) {
        Ranked<T> farthest = farthestFirst.peek();
        if (farthestFirst.size() < limit || farthest == null || kilometres < farthest.kilometres()) {
            return true;
        }
        if (kilometres > farthest.kilometres()) {
            return false;
        }
        long lot = lot(leadId, id);
        return lot < farthest.lot() || (lot == farthest.lot() && id.compareTo(farthest.id()) < 0);
    }

    /** Who is farther than this is out. */
    int farthest() {
        Ranked<T> farthest = farthestFirst.peek();
        return farthestFirst.size() < limit || farthest == null ? UNKNOWN : farthest.kilometres();
    }

    /** The nearest first. */
    public List<T> toList() {
        return farthestFirst.stream().sorted(NEAREST_FIRST).map(Ranked::partner).toList();
    }

    private static long lot(UUID lead, UUID partner) {
        long mixed = lead.getMostSignificantBits() * 0x9E3779B97F4A7C15L
                ^ lead.getLeastSignificantBits()
                ^ Long.rotateLeft(partner.getMostSignificantBits(), 31)
                ^ partner.getLeastSignificantBits() * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private record Ranked<T>(UUID id, int kilometres, long lot, T partner) {}
}
