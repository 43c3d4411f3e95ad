package org.ninetyten.billing.partner.messaging;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.ninetyten.billing.partner.Place;

/** What billing reads of a partner's profile, which comes whole with each change of it. */
record PartnerProfile(
        UUID partnerId,
        long version,
        String country,
        String region,
        String timeZone,
        String status,
        Instant occurredAt) {

    Place place() {
        try {
            return new Place(
                    partnerId,
                    version,
                    country,
                    region,
                    timeZone,
                    LocalDate.ofInstant(occurredAt, ZoneId.of(timeZone)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Partner " + partnerId + " lives in no time zone " + timeZone, e);
        }
    }
}
