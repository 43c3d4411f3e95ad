package org.ninetyten.local.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleNetworkTest {

    private final World world = World.load();
    private final ExampleNetwork network = new ExampleNetwork(world);

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 60, 240, 1000, 24_119})
    void everyRegionHasItsShareAndAtLeastOnePartner(int count) {
        var shares = ExampleNetwork.perRegion(count);
        assertEquals(count, shares.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(shares.values().stream().allMatch(share -> share >= 1), shares.toString());
    }

    @Test
    void theWholeNetworkHasTheSizesOfTheSixRegions() {
        assertEquals(
                List.of(20_000, 1_600, 978, 966, 478, 97),
                List.copyOf(ExampleNetwork.perRegion(24_119).values()));
        assertEquals(
                List.of(199, 16, 10, 9, 5, 1),
                List.copyOf(ExampleNetwork.perRegion(240).values()));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 240})
    void everyCountryOfTheWorldHasAPartnerThatMaySellThere(int count) {
        Set<String> covered = network.partners(count).stream()
                .flatMap(partner -> partner.countries().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> uncovered = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        uncovered.removeAll(covered);
        assertEquals(Set.of(), uncovered);
    }

    @Test
    void aPartnerStaysTheSameWhenTheNetworkGrows() {
        List<String> small = network.partners(240).stream()
                .map(partner -> partner.json().toString())
                .toList();
        Set<String> large = network.partners(1_000).stream()
                .map(partner -> partner.json().toString())
                .collect(Collectors.toSet());
        assertTrue(large.containsAll(small));
    }

    @Test
    void nobodyHasTheNumberOrTheExternalIdOfAnother() {
        assertEquals(
                24_119,
                network.partners(24_119).stream()
                        .map(ExamplePartner::externalId)
                        .distinct()
                        .count());
    }

    @Test
    void everyCityHasARealTimeZoneAndCoordinates() {
        for (City city : world.cities()) {
            assertTrue(ZoneId.getAvailableZoneIds().contains(city.zone()), city.name());
            assertTrue(Math.abs(city.latitude()) < 90 && Math.abs(city.longitude()) < 180, city.name());
            assertTrue(world.nearestCityOfCountry().containsKey(city.country()), city.name());
        }
    }
}
