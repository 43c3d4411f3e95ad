package org.ninetyten.local.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The partners of the network, in the proportions of its six regions; the same number always makes the same ones. */
final class ExampleNetwork {

    /** The network that the platform is made for: 24,119 partners. */
    private static final Map<String, Integer> PROPORTIONS = proportions();

    private final World world;

    ExampleNetwork(World world) {
        this.world = world;
    }

    private static Map<String, Integer> proportions() {
        Map<String, Integer> partners = new LinkedHashMap<>();
        partners.put("CIS", 20_000);
        partners.put("EUROPE", 1_600);
        partners.put("SOUTH_AMERICA", 978);
        partners.put("NORTH_AMERICA", 966);
        partners.put("AFRICA", 478);
        partners.put("OCEANIA", 97);
        return partners;
    }

    /** Largest remainder, after each region has got its first. */
    static Map<String, Integer> perRegion(int partners) {
        if (partners < PROPORTIONS.size()) {
            throw new IllegalArgumentException("fewer partners than regions");
        }
        int whole = PROPORTIONS.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> shares = new LinkedHashMap<>();
        Map<String, Long> remainders = new LinkedHashMap<>();
        PROPORTIONS.forEach((region, proportion) -> {
            long exact = (long) partners * proportion;
            shares.put(region, Math.max(1, (int) (exact / whole)));
            remainders.put(region, exact < whole ? -1 : exact % whole);
        });
        int left =
                partners - shares.values().stream().mapToInt(Integer::intValue).sum();
        List<String> byRemainder = new ArrayList<>(remainders.keySet());
        byRemainder.sort(Comparator.comparing((String region) -> remainders.getOrDefault(region, 0L))
                .reversed());
        for (int i = 0; i < left; i++) {
            shares.merge(byRemainder.get(i % byRemainder.size()), 1, Integer::sum);
        }
        // Firsts that were given away to small regions come from the largest one.
        shares.merge("CIS", Math.min(0, left), Integer::sum);
        return shares;
    }

    List<ExamplePartner> partners(int count) {
        List<ExamplePartner> partners = new ArrayList<>();
        perRegion(count).forEach((region, share) -> {
            List<City> cities = world.citiesOf(region);
            for (int i = 0; i < share; i++) {
                City city = cities.get(i % cities.size());
                partners.add(new ExamplePartner(number(region, i), city, territory(city, i == 0)));
            }
        });
        return partners;
    }

    /** Numbers follow the whole network, so that a partner keeps its number when the network grows. */
    private static int number(String region, int place) {
        int before = 0;
        for (Map.Entry<String, Integer> other : PROPORTIONS.entrySet()) {
            if (other.getKey().equals(region)) {
                return before + place + 1;
            }
            before += other.getValue();
        }
        throw new IllegalArgumentException(region);
    }

    /**
     * A partner sells at home and in the countries for which its city is the nearest; the first of a region sells
     * in all that is nearest to any city of the region, so that even the smallest network covers the world.
     */
    private Set<String> territory(City city, boolean firstOfRegion) {
        Set<String> countries = new TreeSet<>();
        countries.add(city.country());
        world.nearestCityOfCountry().forEach((country, nearest) -> {
            boolean mine = nearest.equals(city) && !world.hasCityIn(country);
            boolean ofMyRegion = firstOfRegion && nearest.region().equals(city.region());
            if (mine || ofMyRegion) {
                countries.add(country);
            }
        });
        return countries;
    }
}
