package org.ninetyten.leadrouting.partner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.time.BusinessCalendar;

/**
 * The full state of a partner at one version.
 *
 * @param region the part of the world that it belongs to, as partner-service calls it
 * @param calendar its own hours and holidays; without it those of the policy hold
 */
public record PartnerState(
        UUID partnerId,
        long version,
        String legalName,
        String country,
        @Nullable String region,
        PartnerStatus status,
        Tier tier,
        List<String> languages,
        List<IncomePoint> services,
        String timeZone,
        List<City> cities,
        Territory territory,
        int openLeadCap,
        int quota30Days,
        boolean paused,
        @Nullable BusinessCalendar calendar) {

    /** A partner that keeps the hours of the policy. */
    public PartnerState(
            UUID partnerId,
            long version,
            String legalName,
            String country,
            PartnerStatus status,
            Tier tier,
            List<String> languages,
            List<IncomePoint> services,
            String timeZone,
            List<City> cities,
            Territory territory,
            int openLeadCap,
            int quota30Days,
            boolean paused) {
        this(
                partnerId,
                version,
                legalName,
                country,
                null,
                status,
                tier,
                languages,
                services,
                timeZone,
                cities,
                territory,
                openLeadCap,
                quota30Days,
                paused,
                null);
    }
}
