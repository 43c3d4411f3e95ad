package org.ninetyten.events.marketingevent;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * What an event is to be, with the money approved for it.
 *
 * @param startsAt the wall time of the start in the zone
 */
public record EventPlan(
        UUID applicationId,
        UUID hostPartnerId,
        UUID budgetId,
        String currency,
        long approvedMinor,
        int policyVersion,
        String title,
        String topic,
        String city,
        String country,
        LocalDateTime startsAt,
        ZoneId timeZone,
        int capacity) {}
