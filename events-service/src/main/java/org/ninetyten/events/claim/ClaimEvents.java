package org.ninetyten.events.claim;

/** Tells other services about claims, in the transaction in which it happens. */
public interface ClaimEvents {

    void publish(ClaimEvent event);
}
