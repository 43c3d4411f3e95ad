package org.ninetyten.leadrouting.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a registration and is worth telling others. */
public sealed interface RegistrationEvent {

    record Registered(DealRegistration registration) implements RegistrationEvent {}

    /**
     * It was granted or refused, or needs a person.
     *
     * @param conflict the case, where there is or was one
     */
    record Decided(DealRegistration registration, @Nullable RegistrationCase conflict, Instant at)
            implements RegistrationEvent {}

    /** Nobody decided the case in time. */
    record Escalated(RegistrationCase conflict, Instant at) implements RegistrationEvent {}
}
