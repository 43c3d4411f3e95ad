package org.ninetyten.partner.partner;

import java.util.List;

/** Where events of partners go, in the transaction that made them. */
public interface PartnerEvents {

    /** Publishes the events in their order. */
    void publish(List<? extends PartnerEvent> events);
}
