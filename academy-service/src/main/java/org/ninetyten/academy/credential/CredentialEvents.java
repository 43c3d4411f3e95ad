package org.ninetyten.academy.credential;

import java.util.List;

/** Tells the other services, in the transaction of the change. */
public interface CredentialEvents {

    void publish(CredentialEvent event);

    void publishAll(List<CredentialEvent> events);
}
