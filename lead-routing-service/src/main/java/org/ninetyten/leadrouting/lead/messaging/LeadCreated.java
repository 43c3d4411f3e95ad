package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.routing.LeadSource;

/** A lead was captured. It names no person: analysts read it. */
record LeadCreated(
        UUID leadId,
        @Nullable String externalId,
        LeadSource source,
        String product,
        @Nullable String country,
        @Nullable String language,
        List<IncomePoint> needs,
        @Nullable String sizeBand,
        @Nullable String budgetBand,
        @Nullable UUID hostPartnerId,
        @Nullable UUID eventId,
        LeadStatus status,
        @Nullable String campaign,
        Instant occurredAt) {

    static LeadCreated from(Lead lead) {
        return new LeadCreated(
                lead.id(),
                lead.externalId(),
                lead.source(),
                lead.product(),
                lead.country(),
                lead.language(),
                List.copyOf(lead.needs()),
                lead.sizeBand(),
                lead.budgetBand(),
                lead.hostPartnerId(),
                lead.eventId(),
                lead.status(),
                lead.campaign(),
                lead.createdAt());
    }
}
