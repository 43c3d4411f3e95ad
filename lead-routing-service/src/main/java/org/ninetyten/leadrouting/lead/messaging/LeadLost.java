package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.LeadEvent;
import org.ninetyten.leadrouting.lead.LossReason;

/** Nothing came of the lead, and there was no deal. */
record LeadLost(UUID leadId, @Nullable UUID partnerId, LossReason reason, Instant occurredAt) {

    static LeadLost from(LeadEvent.Lost lost) {
        return new LeadLost(lost.lead().id(), lost.lead().partnerId(), lost.reason(), lost.at());
    }
}
