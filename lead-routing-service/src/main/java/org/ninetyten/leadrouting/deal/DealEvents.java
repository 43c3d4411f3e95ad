package org.ninetyten.leadrouting.deal;

/** Tells others what happened to a deal, if and only if the transaction commits. */
public interface DealEvents {

    void publish(DealEvent event);
}
