package org.ninetyten.partner.vocabulary;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which codes exist, as far as the JDK's own lists know. */
public final class Codes {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Pattern SUBDIVISION = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");

    private Codes() {}

    /** Whether it is an ISO 3166-1 alpha-2 country, in capitals. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /** Whether it is a BCP 47 tag of a known language, written the canonical way: {@code pt-BR}, not {@code pt_br}. */
    public static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String language = locale.getLanguage();
            // The JDK lists two-letter languages only; three letters stand for all the others.
            return (LANGUAGES.contains(language) || language.length() == 3)
                    && locale.toLanguageTag().equals(tag);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** Whether it is a zone of the IANA database; a bare offset is none. */
    public static boolean isTimeZone(String id) {
        return ZONES.contains(id);
    }

    /** Whether it is written as an ISO 3166-2 subdivision of a known country. */
    public static boolean isSubdivision(String code) {
        var match = SUBDIVISION.matcher(code);
        return match.matches() && isCountry(match.group(1));
    }
}
