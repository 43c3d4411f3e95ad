package org.ninetyten.events.marketingevent;

import java.time.Instant;

/** What other services hear about events. */
public sealed interface EventFact {

    /** An event was scheduled. */
    record Scheduled(MarketingEvent event, Instant occurredAt) implements EventFact {}

    /** An event took place, with the visitors registered and present at that time. */
    record Held(MarketingEvent event, int registered, int attended, Instant occurredAt) implements EventFact {}
}
