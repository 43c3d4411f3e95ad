package org.ninetyten.events.registration;

import java.time.Instant;
import org.ninetyten.events.marketingevent.MarketingEvent;

/** What other services hear about visitors. */
public sealed interface VisitorFact {

    /** A visitor attended an event. */
    record Attended(Registration registration, MarketingEvent event, Instant occurredAt) implements VisitorFact {}
}
