package org.ninetyten.events.registration;

import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** A person who wants to come, with what the person said of itself. */
public record Visitor(
        String name,
        String email,
        @Nullable String phone,
        @Nullable String company,
        String country,
        String language,
        List<IncomePoint> needs) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public Visitor {
        if (!COUNTRIES.contains(country)) {
            throw ProblemException.invalid("country", "is no ISO 3166-1 country");
        }
        if (!isLanguageTag(language)) {
            throw ProblemException.invalid("language", "is no BCP 47 language tag");
        }
        name = name.strip();
        email = email.strip();
        needs = needs.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(needs));
    }

    /** What tells one person from another at an event. */
    String key() {
        return email.toLowerCase(Locale.ROOT);
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
