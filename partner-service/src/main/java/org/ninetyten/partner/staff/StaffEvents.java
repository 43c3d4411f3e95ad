package org.ninetyten.partner.staff;

import java.util.List;

/** Where events of staff go, in the transaction that made them. */
public interface StaffEvents {

    /** Publishes the events in their order. */
    void publish(List<? extends StaffEvent> events);
}
