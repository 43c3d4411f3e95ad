package org.ninetyten.billing.legalentity.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ninetyten.billing.legalentity.LegalEntity;
import org.ninetyten.messaging.http.ProblemException;

/** A day on which nobody works. */
record HolidayRequest(
        @NotNull LocalDate day, @NotBlank @Size(max = 100) String name) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The days as the company keeps them; 400 for a day that is listed twice or out of all calendars. */
    static List<LegalEntity.Holiday> read(List<HolidayRequest> requests) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < requests.size(); i++) {
            LocalDate day = requests.get(i).day();
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw ProblemException.invalid("holidays[" + i + "].day", "is too far away");
            }
            if (!days.add(day)) {
                throw ProblemException.invalid("holidays[" + i + "].day", "is listed twice");
            }
        }
        return requests.stream()
                .map(holiday -> new LegalEntity.Holiday(holiday.day(), holiday.name()))
                .toList();
    }

    /** Refuses what is no country. */
    static String country(String code) {
        if (!COUNTRIES.contains(code)) {
            throw ProblemException.invalid("country", "is not a country code of ISO 3166-1 such as DE");
        }
        return code;
    }
}
