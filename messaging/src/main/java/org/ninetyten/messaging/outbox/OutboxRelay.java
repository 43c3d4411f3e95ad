package org.ninetyten.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Publishes what is in the outbox. */
@ApplicationScoped
public class OutboxRelay {

    void wake() {}
}
