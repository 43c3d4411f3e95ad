package org.ninetyten.events.host;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.ninetyten.events.budget.Region;
import org.ninetyten.messaging.http.ProblemException;

/**
 * What a partner proposes to host. Countries, currencies and zones must exist.
 *
 * @param year the programme's year, which is the year of the event
 * @param startsAt the wall time of the start in the zone
 * @param costMinor the expected cost
 */
public record HostProposal(
        Region region,
        int year,
        String city,
        String country,
        String topic,
        String title,
        LocalDateTime startsAt,
        String timeZone,
        int capacity,
        String plan,
        long costMinor,
        String currency) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public HostProposal {
        must(COUNTRIES.contains(country), "country", "is no ISO 3166-1 country");
        must(ZoneId.getAvailableZoneIds().contains(timeZone), "timeZone", "is no IANA time zone");
        must(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(known -> known.getCurrencyCode().equals(currency)),
                "currency",
                "is no ISO 4217 currency");
        must(startsAt.getYear() == year, "year", "is not the year of the start");
        city = city.strip();
        topic = topic.strip();
        title = title.strip();
    }

    LocalDate startsOn() {
        return startsAt.toLocalDate();
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    private static void must(boolean holds, String field, String reason) {
        if (!holds) {
            throw ProblemException.invalid(field, reason);
        }
    }
}
