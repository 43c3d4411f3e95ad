package org.ninetyten.local.network;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The cities in which the example partners sit, and the countries of the world. */
record World(List<City> cities, Map<String, City> nearestCityOfCountry) {

    static World load() {
        List<City> cities = read(
                "/cities.csv",
                row -> new City(
                        row.getField("region"),
                        row.getField("country"),
                        row.getField("city"),
                        Double.parseDouble(row.getField("latitude")),
                        Double.parseDouble(row.getField("longitude")),
                        row.getField("zone"),
                        List.of(row.getField("languages").split(" ", -1))));
        Map<String, City> nearest = new TreeMap<>();
        for (NamedCsvRecord country : read("/countries.csv", Function.identity())) {
            String code = country.getField("country");
            double latitude = Double.parseDouble(country.getField("latitude"));
            double longitude = Double.parseDouble(country.getField("longitude"));
            nearest.put(
                    code,
                    cities.stream()
                            .filter(city -> city.country().equals(code))
                            .findFirst()
                            .orElseGet(() -> nearestTo(latitude, longitude, cities)));
        }
        return new World(List.copyOf(cities), nearest);
    }

    List<City> citiesOf(String region) {
        return cities.stream().filter(city -> city.region().equals(region)).toList();
    }

    boolean hasCityIn(String country) {
        return cities.stream().anyMatch(city -> city.country().equals(country));
    }

    private static City nearestTo(double latitude, double longitude, List<City> cities) {
        return cities.stream()
                .min(Comparator.comparingDouble(city -> distance(latitude, longitude, city)))
                .orElseThrow();
    }

    /** On the unit sphere (haversine); only compared, so the unit doesn't matter. */
    private static double distance(double latitude, double longitude, City city) {
        double halfLatitude = Math.toRadians(city.latitude() - latitude) / 2;
        double halfLongitude = Math.toRadians(city.longitude() - longitude) / 2;
        return Math.pow(Math.sin(halfLatitude), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(city.latitude()))
                        * Math.pow(Math.sin(halfLongitude), 2);
    }

    private static <T> List<T> read(String resource, Function<NamedCsvRecord, T> row) {
        List<T> rows = new ArrayList<>();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(World.class.getResourceAsStream(resource)), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(text)) {
            csv.forEach(line -> rows.add(row.apply(line)));
        } catch (IOException e) {
            throw new IllegalStateException(resource + " in the jar cannot be read", e);
        }
        return rows;
    }
}
