package org.ninetyten.leadrouting.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;

/**
 * A made-up network of any size in the proportions of the six regions, and leads for it. Cities are as unlike in size as
 * real ones: a few hold most of the partners. The same seed gives the same network.
 */
final class ExampleNetwork {

    static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private record Region(
            int partners,
            String language,
            double south,
            double north,
            double west,
            double east,
            List<String> countries) {}

    /** How large the regions of the network of 24,119 partners are. */
    private static final List<Region> REGIONS = List.of(
            new Region(20_000, "ru", 43, 60, 28, 85, List.of("RU", "KZ", "BY", "UZ", "UA", "KG", "AM", "AZ")),
            new Region(1_600, "de", 38, 60, -8, 28, List.of("DE", "FR", "ES", "PL", "IT", "NL")),
            new Region(978, "es", -35, 5, -75, -40, List.of("BR", "AR", "CL", "CO")),
            new Region(966, "en", 30, 50, -122, -72, List.of("US", "CA", "MX")),
            new Region(478, "en", -33, 12, 5, 40, List.of("NG", "KE", "ZA", "EG")),
            new Region(97, "en", -42, -20, 115, 176, List.of("AU", "NZ")));

    private record City(Region region, String country, Place place) {}

    private static final List<IncomePoint> POINTS = List.of(IncomePoint.values());
    private static final int CITIES_OF_COUNTRY = 60;
    private static final int PARTNERS = 24_119;

    private final Random random;
    private final List<List<City>> cities = new ArrayList<>();
    private final List<Set<IncomePoint>> skills = new ArrayList<>();
    private final List<List<Credential>> credentials = new ArrayList<>();

    ExampleNetwork(long seed) {
        random = new Random(seed);
        for (Region region : REGIONS) {
            for (String country : region.countries) {
                List<City> ofCountry = new ArrayList<>();
                for (int i = 0; i < CITIES_OF_COUNTRY; i++) {
                    Place place = new Place(
                            random.nextDouble(region.south, region.north), random.nextDouble(region.west, region.east));
                    ofCountry.add(new City(region, country, place));
                }
                cities.add(ofCountry);
            }
        }
        for (int i = 0; i < 200; i++) {
            Set<IncomePoint> services = EnumSet.of(IncomePoint.LICENCE, IncomePoint.IMPLEMENTATION);
            List<Credential> held = new ArrayList<>();
            held.add(new Credential(IncomePoint.IMPLEMENTATION, TODAY.minusYears(1), TODAY.plusYears(1)));
            for (IncomePoint point : IncomePoint.values()) {
                if (random.nextInt(3) > 0) {
                    services.add(point);
                    for (int n = random.nextInt(4); n > 0; n--) {
                        held.add(new Credential(point, TODAY.minusYears(1), TODAY.plusYears(1)));
                    }
                }
            }
            skills.add(Set.copyOf(services));
            credentials.add(List.copyOf(held));
        }
    }

    /** The partners, region by region. */
    List<PartnerProfile> partners(int size) {
        List<PartnerProfile> partners = new ArrayList<>();
        List<Set<String>> languages = new ArrayList<>();
        List<Territory> territories = new ArrayList<>();
        List<Territory> subdivisions = new ArrayList<>();
        List<Territory> radii = new ArrayList<>();
        for (List<City> ofCountry : cities) {
            City city = ofCountry.getFirst();
            languages.add(Set.copyOf(List.of(city.region().language, "en")));
            territories.add(new Territory(Set.of(city.country()), Set.of(), null));
            subdivisions.add(new Territory(Set.of(), Set.of(city.country() + "-01"), null));
            radii.add(new Territory(Set.of(), Set.of(), 150));
        }
        for (int i = 0; i < size; i++) {
            int country = anyCountry();
            int skill = random.nextInt(skills.size());
            List<Place> places = new ArrayList<>();
            places.add(anyCity(country).place());
            if (random.nextInt(10) == 0) {
                places.add(anyCity(country).place());
            }
            int kind = random.nextInt(20);
            partners.add(new PartnerProfile(
                    new UUID(0x019a_0000_0000_7000L + (random.nextLong() & 0xFFF), 0x8000_0000_0000_0000L + i),
                    random.nextInt(25) == 0 ? PartnerStatus.DORMANT : PartnerStatus.ACTIVE,
                    anyTier(),
                    languages.get(country),
                    skills.get(skill),
                    credentials.get(skill),
                    (kind == 0 ? radii : kind == 1 ? subdivisions : territories).get(country),
                    places,
                    ZoneOffset.UTC,
                    20,
                    1_000_000,
                    random.nextInt(30) == 0));
        }
        return partners;
    }

    /** A lead of any country, as often as the country has partners. */
    LeadProfile lead(long number) {
        int country = anyCountry();
        City city = anyCity(country);
        Set<IncomePoint> needs = EnumSet.of(IncomePoint.IMPLEMENTATION);
        if (random.nextInt(3) == 0) {
            needs.add(POINTS.get(random.nextInt(POINTS.size())));
        }
        return new LeadProfile(
                new UUID(0x019b_0000_0000_7000L + number / 1_000, random.nextLong()),
                LeadSource.TRIAL,
                city.country(),
                random.nextInt(4) == 0 ? city.country() + "-01" : null,
                random.nextInt(5) == 0 ? null : city.place(),
                random.nextInt(4) == 0 ? null : city.region().language,
                needs,
                List.of(),
                Set.of());
    }

    private int anyCountry() {
        int draw = random.nextInt(PARTNERS);
        int first = 0;
        for (Region region : REGIONS) {
            if (draw < region.partners) {
                int of = region.countries.size();
                // Half of a region is in its first country.
                return first + (random.nextBoolean() ? 0 : random.nextInt(of));
            }
            draw -= region.partners;
            first += region.countries.size();
        }
        throw new IllegalStateException("The regions do not make up the network.");
    }

    private City anyCity(int country) {
        List<City> ofCountry = cities.get(country);
        double draw = random.nextDouble();
        return ofCountry.get((int) (draw * draw * draw * ofCountry.size()));
    }

    private Tier anyTier() {
        int draw = random.nextInt(100);
        return draw < 60 ? Tier.BUSINESS : draw < 85 ? Tier.CERTIFIED : draw < 96 ? Tier.GOLD : Tier.PLATINUM;
    }
}
