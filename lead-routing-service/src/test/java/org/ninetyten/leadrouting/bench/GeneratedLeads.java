package org.ninetyten.leadrouting.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Leads of companies that do not exist, the same ones for the same seed. */
final class GeneratedLeads {

    static final String HEADER =
            "externalId,product,company,companyWebsite,contactName,contactEmail,contactPhone,country,"
                    + "city,latitude,longitude,language,needs,sizeBand,campaign,consent\n";

    private static final List<String> SYLLABLES = List.of(
            "ba", "co", "de", "fi", "gu", "ha", "ki", "lo", "mi", "nu", "or", "pe", "qua", "ri", "so", "ta", "ul", "ve",
            "wi", "xo", "ya", "zu", "bre", "cla", "dro", "fre", "gli", "kro", "pla", "stra", "tri", "vlo");
    private static final List<String> FORMS = List.of("Ltd", "GmbH", "LLC", "S.A.", "OOO", "Inc.", "B.V.");
    private static final List<String> NEEDS = List.of(
            "IMPLEMENTATION",
            "LICENCE",
            "TRAINING",
            "IMPLEMENTATION|TRAINING",
            "SUPPORT",
            "INTEGRATION|DATA_MIGRATION");

    /** Country, dialling code with the beginning of a mobile number, language, and coordinates of its middle. */
    private record Country(String code, String phone, String language, double latitude, double longitude) {}

    private static final List<Country> COUNTRIES = List.of(
            new Country("DE", "+491512", "de", 51.1, 10.4),
            new Country("FR", "+33612", "fr", 46.6, 2.4),
            new Country("ES", "+34612", "es", 40.2, -3.6),
            new Country("BR", "+551191", "pt", -14.2, -51.9),
            new Country("KZ", "+77011", "ru", 48.0, 66.9),
            new Country("IT", "+393201", "it", 42.8, 12.1),
            new Country("PL", "+48501", "pl", 52.1, 19.4));

    /** The second city has half of the leads of the first, the third a third, as with cities of the world. */
    private static final int CITIES = 1_000;

    private final SplittableRandom random;
    private final String tag;
    private final List<String> cities = new ArrayList<>();
    private final double[] share = new double[CITIES];

    /** The tag keeps the external ids and domains of two sets apart. */
    GeneratedLeads(String tag, long seed) {
        this.random = new SplittableRandom(seed);
        this.tag = tag;
        SplittableRandom names = new SplittableRandom(1);
        double total = 0;
        for (int city = 0; city < CITIES; city++) {
            cities.add(capital(word(names)));
            total += 1.0 / (city + 1);
            share[city] = total;
        }
    }

    /** Writes a CSV file in which every so many-th row is broken, each in one of ten ways; says how many are. */
    int write(Path file, int rows, int everyBroken) throws IOException {
        int broken = 0;
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int row = 0; row < rows; row++) {
                boolean isBroken = everyBroken > 0 && row % everyBroken == everyBroken - 1;
                out.write(isBroken ? broken(row, broken++ % 10) : row(row, -1));
            }
        }
        return broken;
    }

    private String broken(int row, int way) {
        // One of the ten is no row at all.
        return way == 9 ? "half a row," + row + "\n" : row(row, way);
    }

    private String row(int number, int fault) {
        int city = city();
        Country country = COUNTRIES.get(city % COUNTRIES.size());
        String word = word(random);
        String company = capital(word) + " " + capital(word(random)) + " " + FORMS.get(random.nextInt(FORMS.size()));
        String domain = word + number + tag + ".example";
        return String.join(
                        ",",
                        tag + "-" + number,
                        fault == 0 ? "" : "Portal",
                        fault == 1 ? "x".repeat(300) : company,
                        fault == 2 ? "no site" : "www." + domain,
                        capital(word(random)) + " " + capital(word(random)),
                        fault == 3 ? "nobody" : word(random) + "@" + domain,
                        fault == 4
                                ? "+49 12"
                                : country.phone() + String.format(Locale.ROOT, "%06d", number % 1_000_000),
                        fault == 5 ? "ZZ" : country.code(),
                        cities.get(city),
                        fault == 6 ? "91.5" : degrees(country.latitude()),
                        degrees(country.longitude()),
                        fault == 7 ? "deutsch" : country.language(),
                        fault == 8 ? "MAGIC" : NEEDS.get(random.nextInt(NEEDS.size())),
                        "50-249",
                        "spring-" + random.nextInt(20),
                        "true")
                + "\n";
    }

    private int city() {
        int place = Arrays.binarySearch(share, random.nextDouble(share[CITIES - 1]));
        return Math.min(place < 0 ? -place - 1 : place, CITIES - 1);
    }

    private String degrees(double centre) {
        return String.format(Locale.ROOT, "%.4f", centre + random.nextDouble(-3, 3));
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
            word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
