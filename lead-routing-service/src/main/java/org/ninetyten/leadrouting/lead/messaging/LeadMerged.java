package org.ninetyten.leadrouting.lead.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.KeyKind;
import org.ninetyten.leadrouting.lead.LeadEvent;

/** The lead says the same as another one, and belongs to it from now on. */
record LeadMerged(
        UUID leadId,
        UUID survivorId,
        List<KeyKind> matchedBy,
        @Nullable UUID eventId,
        Instant occurredAt) {

    static LeadMerged from(LeadEvent.Merged merged) {
        return new LeadMerged(
                merged.lead().id(),
                merged.survivorId(),
                merged.matchedBy().stream().sorted().toList(),
                merged.lead().eventId(),
                merged.at());
    }
}
