package org.ninetyten.billing.partner;

import java.time.LocalDate;
import java.util.UUID;

/**
 * From a day on, a partner is in a country and a region.
 *
 * @param version the partner's: it rises with every change
 * @param timeZone IANA zone in which the partner's days begin
 */
public record Place(
        UUID partnerId, long version, String country, String region, String timeZone, LocalDate effectiveFrom) {}
