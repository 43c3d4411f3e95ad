package org.ninetyten.leadrouting.partner;

import java.util.List;
import java.util.UUID;

/** The full state of a partner at one version. */
public record PartnerState(
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
        boolean paused) {}
