package org.ninetyten.leadrouting.lead.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** What routing reads of a visitor. It holds personal data, which goes into the lead's contact and nowhere else. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitorAttended(
        UUID registrationId,
        UUID eventId,
        UUID hostPartnerId,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String country,
        @Nullable String language,
        @Nullable Set<IncomePoint> needs,
        @Nullable String product,
        boolean consent) {}
