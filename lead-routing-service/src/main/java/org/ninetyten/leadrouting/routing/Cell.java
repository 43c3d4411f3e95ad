package org.ninetyten.leadrouting.routing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.Place;

/**
 * A cube of the space round the globe, cut into eight smaller ones again and again, down to about six kilometres. Only
 * cubes with partners exist. Points of the smallest cubes count as equally near: nobody is nearer by a few streets.
 *
 * <p>Distance from a cube is through the earth and in earth radii, which orders places as the way over the surface does.
 */
final class Cell {

    /** The globe, which is two radii across, is cut in half so many times. */
    private static final int DEPTH = 11;

    private static final int SIDE = 1 << DEPTH;

    private final double x;
    private final double y;
    private final double z;
    private final double half;
    private final @Nullable Cell @Nullable [] children;
    private final @Nullable Slots slots;
    private final boolean ofRadius;
    private Cell narrowest = this;
    private int size;

    /** What at least one partner in here can do; more than that after one has gone, which costs a look and no mistake. */
    private int skills;

    private Cell(double x, double y, double z, double half, int depth, boolean ofRadius) {
        this.ofRadius = ofRadius;
        this.x = x;
        this.y = y;
        this.z = z;
        this.half = half;
        this.children = depth == DEPTH ? null : new Cell[8];
        this.slots = depth == DEPTH ? new Slots() : null;
    }

    /**
     * A globe without partners.
     *
     * @param ofRadius whether its partners sell within a radius, so that who is too far away need not be looked at
     */
    static Cell globe(boolean ofRadius) {
        return new Cell(0, 0, 0, 1, 0, ofRadius);
    }

    /** A point of the surface, in earth radii from the middle. */
    record Point(double x, double y, double z) {

        static Point of(Place place) {
            double latitude = Math.toRadians(place.latitude());
            double longitude = Math.toRadians(place.longitude());
            return new Point(
                    Math.cos(latitude) * Math.cos(longitude),
                    Math.cos(latitude) * Math.sin(longitude),
                    Math.sin(latitude));
        }

        /** The number of the smallest cube that it is in. */
        long cell() {
            return (cut(x) * SIDE + cut(y)) * SIDE + cut(z);
        }

        private static long cut(double coordinate) {
            return Math.clamp((long) ((coordinate + 1) / 2 * SIDE), 0, SIDE - 1);
        }
    }

    /** The numbers of the smallest cubes that have one of the places. */
    static long[] cells(List<Place> places) {
        return places.stream()
                .mapToLong(place -> Point.of(place).cell())
                .distinct()
                .toArray();
    }

    /** The square of the straight distance that is as long as so many kilometres over the surface. */
    static double square(double kilometres) {
        double chord = 2 * Math.sin(Math.min(Math.PI, kilometres / Place.EARTH_RADIUS_KM) / 2);
        return chord * chord;
    }

    /** Adds a slot to the smallest cube of this number. */
    void add(long cell, int slot, int slotsSkills) {
        add(cell, slot, slotsSkills, 1);
    }

    private void add(long cell, int slot, int slotsSkills, int depth) {
        size++;
        skills |= slotsSkills;
        if (children == null) {
            leaf().add(slot);
            return;
        }
        int octant = octant(cell, depth);
        Cell next = children[octant];
        if (next == null) {
            next = child(octant, depth);
            children[octant] = next;
        }
        next.add(cell, slot, slotsSkills, depth + 1);
        narrow();
    }

    /** Takes a slot out of the smallest cube of this number. */
    void remove(long cell, int slot) {
        remove(cell, slot, 1);
    }

    private void remove(long cell, int slot, int depth) {
        size--;
        if (children == null) {
            leaf().remove(slot);
            return;
        }
        int octant = octant(cell, depth);
        Cell next = children[octant];
        if (next == null) {
            throw new IllegalStateException("Slot " + slot + " is not in cell " + cell + ".");
        }
        next.remove(cell, slot, depth + 1);
        if (next.size == 0) {
            children[octant] = null;
        }
        narrow();
    }

    /** Finds the smallest cube that has all the partners of this one. */
    private void narrow() {
        Cell only = null;
        for (Cell child : requireNonNull(children)) {
            if (child != null) {
                if (only != null) {
                    narrowest = this;
                    return;
                }
                only = child;
            }
        }
        narrowest = only == null ? this : only.narrowest;
    }

    /** The smallest cube that has all the partners of this one: most of the space round a city is empty. */
    Cell narrowest() {
        return narrowest;
    }

    private Cell child(int octant, int depth) {
        double quarter = half / 2;
        return new Cell(
                x + ((octant & 4) == 0 ? -quarter : quarter),
                y + ((octant & 2) == 0 ? -quarter : quarter),
                z + ((octant & 1) == 0 ? -quarter : quarter),
                quarter,
                depth,
                ofRadius);
    }

    private static int octant(long cell, int depth) {
        int bit = DEPTH - depth;
        return (bit(cell, 2 * DEPTH + bit) << 2) | (bit(cell, DEPTH + bit) << 1) | bit(cell, bit);
    }

    private static int bit(long number, int position) {
        return (int) (number >> position) & 1;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isOfRadius() {
        return ofRadius;
    }

    boolean isSmallest() {
        return slots != null;
    }

    boolean mayHave(int wanted) {
        return (skills & wanted) == wanted;
    }

    @Nullable
    Cell @Nullable [] children() {
        return children;
    }

    /** The slots of a smallest cube. */
    Slots leaf() {
        if (slots == null) {
            throw new IllegalStateException("The cube has smaller ones.");
        }
        return slots;
    }

    /** The square of the distance from the nearest point of the cube. */
    double squareTo(Point point) {
        double dx = beyond(point.x() - x);
        double dy = beyond(point.y() - y);
        double dz = beyond(point.z() - z);
        return dx * dx + dy * dy + dz * dz;
    }

    private double beyond(double offset) {
        return Math.max(0, Math.abs(offset) - half);
    }
}
