package org.ninetyten.leadrouting.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign that a partner runs, by the name that its leads bring with them. */
public record PartnerCampaign(
        UUID id,
        String campaign,
        UUID partnerId,
        Instant startedAt,
        @Nullable Instant endedAt) {}
