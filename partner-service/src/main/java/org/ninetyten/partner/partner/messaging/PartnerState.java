package org.ninetyten.partner.partner.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.PartnerEvent;
import org.ninetyten.partner.partner.PartnerProfile;
import org.ninetyten.partner.partner.PartnerStatus;
import org.ninetyten.partner.partner.Pause;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

/** The full state of a partner as it is published: no consumer has to ask back. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerState(
        UUID partnerId,
        long version,
        String legalName,
        String country,
        Region region,
        PartnerStatus status,
        Tier tier,
        List<String> languages,
        String timeZone,
        List<City> cities,
        List<IncomePoint> services,
        Territory territory,
        Capacity capacity,
        Calendar calendar,
        Instant occurredAt) {

    // Own records for the wire: renaming a field of the domain must not change the contract.
    record City(String name, String country, double latitude, double longitude) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Territory(
            List<String> countries,
            List<String> subdivisions,
            @Nullable Integer radiusKm) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Capacity(
            int openLeadCap,
            int quota30Days,
            boolean paused,
            @Nullable LocalDate pausedFrom,
            @Nullable LocalDate pausedUntil) {}

    record Calendar(List<Hours> week, List<Holiday> holidays) {}

    record Hours(DayOfWeek day, String opens, String closes) {}

    record Holiday(LocalDate date, String name) {}

    static PartnerState after(PartnerEvent event) {
        Partner partner = event.partner();
        PartnerProfile profile = partner.profile();
        return new PartnerState(
                partner.id(),
                event.version(),
                profile.legalName(),
                profile.country(),
                profile.region(),
                partner.status(),
                partner.tier(),
                profile.languages(),
                profile.timeZone(),
                profile.cities().stream()
                        .map(city -> new City(city.name(), city.country(), city.latitude(), city.longitude()))
                        .toList(),
                profile.services(),
                new Territory(
                        profile.territory().countries(),
                        profile.territory().subdivisions(),
                        profile.territory().radiusKm()),
                new Capacity(
                        profile.capacity().openLeadCap(),
                        profile.capacity().quota30Days(),
                        profile.capacity().paused(),
                        partner.pause().map(Pause::from).orElse(null),
                        partner.pause().map(Pause::until).orElse(null)),
                calendar(partner),
                event.at());
    }

    private static Calendar calendar(Partner partner) {
        return new Calendar(
                partner.calendar().week().stream()
                        .map(hours -> new Hours(hours.day(), hours.opens(), hours.closes()))
                        .toList(),
                partner.calendar().holidays().stream()
                        .map(holiday -> new Holiday(holiday.date(), holiday.name()))
                        .toList());
    }
}
