package org.ninetyten.leadrouting.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;

/**
 * How many active partners have the right to sell at a place: counted when a partner changes, so that a lead only looks
 * the number up. Those of a country and of a subdivision stand ready, and so do those that have both and would count
 * twice. Partners that sell within a radius share circles: as many as there are different centres and radii near the
 * place are looked at, however many partners have them.
 */
final class Sellers {

    private final Map<String, Integer> byTerritory = new HashMap<>();
    private final Map<Both, Integer> byBoth = new HashMap<>();
    private final Map<Circles, Integer> numbers = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final BitSet freed = new BitSet();
    private final Cell globe = Cell.globe(true);
    private int longestRadius;
    private int look;

    private record Both(String country, String subdivision) {}

    /** Circles that overlap, so that a place may be in several of them, and where else their partners sell. */
    private record Circles(Set<Place> centres, int radiusKm, Territory territory) {

        private boolean alone(@Nullable String country, @Nullable String subdivision, Place place) {
            if (territory.covers(country, subdivision, null, List.of())) {
                return false;
            }
            for (Place centre : centres) {
                if (centre.kilometresTo(place) <= radiusKm) {
                    return true;
                }
            }
            return false;
        }

        private long[] cells() {
            return Cell.cells(List.copyOf(centres));
        }
    }

    /** The partners of the same circles. */
    private static final class Group {

        private final Circles circles;
        private int partners;
        private int seen;

        private Group(Circles circles) {
            this.circles = circles;
        }
    }

    void add(PartnerProfile partner) {
        count(partner, 1);
    }

    void remove(PartnerProfile partner) {
        count(partner, -1);
    }

    /** The number of active partners with the right to sell to a lead from here. */
    int at(@Nullable String country, @Nullable String subdivision, @Nullable Place place) {
        int sellers = 0;
        if (country != null) {
            sellers += byTerritory.getOrDefault(country, 0);
        }
        if (subdivision != null) {
            sellers += byTerritory.getOrDefault(subdivision, 0);
        }
        if (country != null && subdivision != null) {
            sellers -= byBoth.getOrDefault(new Both(country, subdivision), 0);
        }
        if (place != null && !numbers.isEmpty()) {
            look++;
            sellers +=
                    within(globe, Cell.Point.of(place), PartnerIndex.reach(longestRadius), country, subdivision, place);
        }
        return sellers;
    }

    private int within(
            Cell wide,
            Cell.Point from,
            double reach,
            @Nullable String country,
            @Nullable String subdivision,
            Place place) {
        Cell cell = wide.narrowest();
        if (cell.squareTo(from) > reach) {
            return 0;
        }
        int sellers = 0;
        @Nullable Cell[] children = cell.children();
        if (children != null) {
            for (Cell child : children) {
                sellers += child == null ? 0 : within(child, from, reach, country, subdivision, place);
            }
            return sellers;
        }
        Slots here = cell.leaf();
        for (int i = 0; i < here.size(); i++) {
            Group group = groups.get(here.get(i));
            if (group.seen != look) {
                group.seen = look;
                sellers += group.circles.alone(country, subdivision, place) ? group.partners : 0;
            }
        }
        return sellers;
    }

    private void count(PartnerProfile partner, int difference) {
        if (!partner.isActive()) {
            return;
        }
        Territory territory = partner.territory();
        territory.countries().forEach(country -> merge(byTerritory, country, difference));
        territory.subdivisions().forEach(subdivision -> {
            merge(byTerritory, subdivision, difference);
            territory.countries().forEach(country -> merge(byBoth, new Both(country, subdivision), difference));
        });
        Integer radius = territory.radiusKm();
        if (radius != null) {
            longestRadius = Math.max(longestRadius, radius);
            overlapping(partner.cities(), radius)
                    .forEach(centres -> count(new Circles(centres, radius, territory), difference));
        }
    }

    private static <K> void merge(Map<K, Integer> counts, K key, int difference) {
        counts.merge(key, difference, (known, more) -> known + more == 0 ? null : known + more);
    }

    private void count(Circles circles, int difference) {
        int number = numbers.computeIfAbsent(circles, this::found);
        Group group = groups.get(number);
        group.partners += difference;
        if (group.partners == 0) {
            for (long cell : circles.cells()) {
                globe.remove(cell, number);
            }
            numbers.remove(circles);
            freed.set(number);
        }
    }

    private int found(Circles circles) {
        int number = freed.nextSetBit(0);
        if (number < 0) {
            number = groups.size();
            groups.add(new Group(circles));
        } else {
            freed.clear(number);
            groups.set(number, new Group(circles));
        }
        for (long cell : circles.cells()) {
            globe.add(cell, number, 0);
        }
        return number;
    }

    /** The cities in sets whose circles have no place in common, so that each partner counts once for any place. */
    private static List<Set<Place>> overlapping(List<Place> cities, int radiusKm) {
        List<Set<Place>> sets = new ArrayList<>();
        for (Place city : cities) {
            Set<Place> joined = new HashSet<>();
            joined.add(city);
            List<Set<Place>> apart = new ArrayList<>();
            for (Set<Place> set : sets) {
                // Distances are rounded, each by half a kilometre at most.
                if (set.stream().anyMatch(other -> city.kilometresTo(other) <= 2 * radiusKm + 2)) {
                    joined.addAll(set);
                } else {
                    apart.add(set);
                }
            }
            apart.add(joined);
            sets = apart;
        }
        return sets.stream().map(Set::copyOf).toList();
    }
}
