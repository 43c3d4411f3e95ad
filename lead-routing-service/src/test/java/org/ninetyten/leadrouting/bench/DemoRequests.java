package org.ninetyten.leadrouting.bench;

/** Requests of the website, each of a person and a company of its own. */
final class DemoRequests {

    private DemoRequests() {}

    /** A lead in Berlin; the number, of at most eight digits, must differ from that of all others. */
    static String body(long number) {
        return in("DE", "de", number, 52.52, 13.405);
    }

    static String in(String country, String language, long number, double latitude, double longitude) {
        return """
               {"source": "DEMO_REQUEST", "product": "Portal", "company": "%s %s Ltd",
                "companyWebsite": "www.c%d.example", "contact": {"name": "Ann Example", "email": "ann@c%d.example",
                "phone": "+49151%08d"}, "country": "%s", "city": "Berlin", "latitude": %s, "longitude": %s,
                "language": "%s", "needs": ["IMPLEMENTATION", "TRAINING"], "sizeBand": "50-249", "campaign": "spring",
                "consent": true}""".formatted(
                        letters(number),
                        letters(number + 500_000_000L),
                        number,
                        number,
                        number,
                        country,
                        latitude,
                        longitude,
                        language);
    }

    /** A word of its own for each number, all over the alphabet. */
    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long left = (number * 0x9E37_79B9_7F4A_7C15L) >>> 24; left > 0; left /= 26) {
            letters.append((char) ('a' + left % 26));
        }
        return letters.toString();
    }
}
