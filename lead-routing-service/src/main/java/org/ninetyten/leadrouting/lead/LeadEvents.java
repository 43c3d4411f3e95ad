package org.ninetyten.leadrouting.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;

/** Tells others what happened to leads, if and only if the transaction commits. */
public interface LeadEvents {

    void publish(List<LeadEvent> events);

    /** Publishes what a worker did for a lead as a consequence of what brought the lead. */
    default void publish(@Nullable String correlationId, List<LeadEvent> events) {
        Correlation.begin(correlationId);
        try {
            publish(events);
        } finally {
            Correlation.end();
        }
    }
}
