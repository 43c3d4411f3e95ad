package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.LeadEvent;

/** The lead rests until a day. */
record LeadNurtured(UUID leadId, @Nullable UUID partnerId, LocalDate until, Instant occurredAt) {

    static LeadNurtured from(LeadEvent.Nurtured nurtured) {
        return new LeadNurtured(nurtured.lead().id(), nurtured.lead().partnerId(), nurtured.until(), nurtured.at());
    }
}
