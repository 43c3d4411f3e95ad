package org.ninetyten.leadrouting.routing;

import java.util.Arrays;
import java.util.List;
import org.ninetyten.leadrouting.partner.Place;

/**
 * The cities of all slots as points of a sphere. The cosine of the angle between two of them is three multiplications
 * and tells which is nearer; only who may be on the shortlist is measured in kilometres.
 */
final class Globe {

    /** Far more than rounding can ever be off by, and less than a metre at any distance that decides. */
    private static final double DOUBT = 1e-13;

    private static final double NOWHERE = -2;
    private static final double[] NO_CITIES = {};

    private double[][] cities = new double[64][];

    void put(int slot, List<Place> places) {
        if (slot >= cities.length) {
            cities = Arrays.copyOf(cities, Math.max(slot + 1, cities.length * 2));
        }
        double[] points = places.isEmpty() ? NO_CITIES : new double[places.size() * 3];
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            points[3 * i] = x(place);
            points[3 * i + 1] = y(place);
            points[3 * i + 2] = z(place);
        }
        cities[slot] = points;
    }

    /** How the slots look from a place. */
    Sight from(Place place) {
        return new Sight(x(place), y(place), z(place));
    }

    /** What can be said without measuring in kilometres. */
    enum Compared {
        FARTHER,
        SAME,
        PERHAPS_NEARER
    }

    /** Slots as seen from one place; the limits of the last distance asked for are kept. */
    final class Sight {

        private final double x;
        private final double y;
        private final double z;
        private int kilometres = -1;
        private double outer;
        private double inner;

        private Sight(double x, double y, double z) {
            this.x = x;
            this.y = y;
            this.z = z;
        }

        /** Whether the nearest city of the slot is certainly farther than so many whole kilometres. */
        boolean isBeyond(int slot, int limit) {
            measure(limit);
            return cosine(slot) < outer - DOUBT;
        }

        /** Compares the slot's distance with so many whole kilometres. */
        Compared compare(int slot, int distance) {
            measure(distance);
            double cosine = cosine(slot);
            if (cosine < outer - DOUBT) {
                return Compared.FARTHER;
            }
            boolean same =
                    distance == Nearest.UNKNOWN ? cosine == NOWHERE : cosine > outer + DOUBT && cosine < inner - DOUBT;
            return same ? Compared.SAME : Compared.PERHAPS_NEARER;
        }

        private void measure(int distance) {
            if (distance == kilometres) {
                return;
            }
            kilometres = distance;
            outer = distance == Nearest.UNKNOWN ? NOWHERE : cosineOf(distance + 0.5);
            inner = distance == 0 ? -NOWHERE : cosineOf(distance - 0.5);
        }

        private static double cosineOf(double kilometres) {
            return Math.cos(Math.min(Math.PI, kilometres / Place.EARTH_RADIUS_KM));
        }

        private double cosine(int slot) {
            double nearest = NOWHERE;
            double[] points = cities[slot];
            for (int i = 0; i < points.length; i += 3) {
                nearest = Math.max(nearest, x * points[i] + y * points[i + 1] + z * points[i + 2]);
            }
            return nearest;
        }
    }

    private static double x(Place place) {
        return Math.cos(Math.toRadians(place.latitude())) * Math.cos(Math.toRadians(place.longitude()));
    }

    private static double y(Place place) {
        return Math.cos(Math.toRadians(place.latitude())) * Math.sin(Math.toRadians(place.longitude()));
    }

    private static double z(Place place) {
        return Math.sin(Math.toRadians(place.latitude()));
    }
}
