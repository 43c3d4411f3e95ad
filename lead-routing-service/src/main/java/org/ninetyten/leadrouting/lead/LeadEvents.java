package org.ninetyten.leadrouting.lead;

import java.util.List;

/** Tells others what happened to leads, if and only if the transaction commits. */
public interface LeadEvents {

    void publish(List<LeadEvent> events);
}
