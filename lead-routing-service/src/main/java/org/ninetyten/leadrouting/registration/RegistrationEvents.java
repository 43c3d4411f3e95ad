package org.ninetyten.leadrouting.registration;

/** Tells others what happened to registrations, if and only if the transaction commits. */
public interface RegistrationEvents {

    void publish(RegistrationEvent event);
}
