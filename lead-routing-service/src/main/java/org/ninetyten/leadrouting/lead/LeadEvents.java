package org.ninetyten.leadrouting.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells others what happened to leads, if and only if the transaction commits. */
public interface LeadEvents {

    /**
     * What happened, and as part of what.
     *
     * @param correlationId of the request or event that brought it about; null is that of the work in progress
     */
    record Caused(@Nullable String correlationId, LeadEvent event) {}

    /** Publishes what happened to leads that may have nothing to do with each other, in this order. */
    void publishAll(List<Caused> events);

    default void publish(List<LeadEvent> events) {
        publishAll(events.stream().map(event -> new Caused(null, event)).toList());
    }
}
