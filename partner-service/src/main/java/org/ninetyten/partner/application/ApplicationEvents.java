package org.ninetyten.partner.application;

/** Where events of applications go, in the transaction that made them. */
public interface ApplicationEvents {

    /** Publishes the event. */
    void publish(ApplicationEvent event);
}
