package org.ninetyten.leadrouting.vocabulary;

import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text may have to be. */
public enum Code {
    COUNTRY("must be an ISO 3166-1 country code such as KZ"),
    SUBDIVISION("must be an ISO 3166-2 code such as BR-SP"),
    LANGUAGE("must be a BCP 47 language tag such as pt-BR"),
    CURRENCY("must be an ISO 4217 currency code such as EUR"),
    TEXT("must be a readable text on one line"),
    LINES("must be a readable text");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            // Those without minor units, such as gold, are not what anybody bills in.
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern SUBDIVISIONS = Pattern.compile("([A-Z]{2})-[A-Z0-9]{1,3}");

    private final String message;

    Code(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    boolean accepts(String text) {
        return switch (this) {
            case COUNTRY -> isCountry(text);
            case SUBDIVISION -> isSubdivision(text);
            case LANGUAGE -> isLanguage(text);
            case CURRENCY -> CURRENCIES.contains(text);
            case TEXT -> isReadable(text, false);
            case LINES -> isReadable(text, true);
        };
    }

    private static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    private static boolean isSubdivision(String text) {
        var match = SUBDIVISIONS.matcher(text);
        return match.matches() && isCountry(match.group(1));
    }

    private static boolean isLanguage(String text) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(text).build();
            // The JDK lists two-letter languages only; three letters stand for all the others.
            return (LANGUAGES.contains(locale.getLanguage())
                            || locale.getLanguage().length() == 3)
                    && locale.toLanguageTag().equals(text);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isReadable(String text, boolean lines) {
        return !text.isBlank()
                && text.codePoints().allMatch(character -> switch (Character.getType(character)) {
                    case Character.CONTROL -> lines && (character == '\n' || character == '\r' || character == '\t');
                    case Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                });
    }
}
