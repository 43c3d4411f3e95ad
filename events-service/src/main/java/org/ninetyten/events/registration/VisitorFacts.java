package org.ninetyten.events.registration;

import java.util.List;

/** Tells other services about visitors, in the transaction in which it happens. */
public interface VisitorFacts {

    void publish(List<? extends VisitorFact> facts);
}
