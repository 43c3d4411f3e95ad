package org.ninetyten.events.marketingevent;

/** Tells other services what happens to events, in the transaction in which it happens. */
public interface EventFacts {

    void publish(EventFact fact);
}
