package org.ninetyten.academy.credential.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ninetyten.academy.credential.CredentialEvent;
import org.ninetyten.academy.credential.CredentialEvents;
import org.ninetyten.messaging.outbox.Outbox;
import org.ninetyten.messaging.outbox.OutgoingEvent;

/** Publishes on the topic academy.credential. */
@ApplicationScoped
class CredentialEventPublisher implements CredentialEvents {

    private static final String TOPIC = "academy.credential";
    private static final String GRANTED = "org.ninetyten.academy.credential.granted.v1";
    private static final String REVOKED = "org.ninetyten.academy.credential.revoked.v1";

    private final Outbox outbox;

    CredentialEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void publish(CredentialEvent event) {
        outbox.append(outgoing(event));
    }

    @Override
    public void publishAll(List<CredentialEvent> events) {
        outbox.appendAll(events.stream().map(CredentialEventPublisher::outgoing).toList());
    }

    private static OutgoingEvent outgoing(CredentialEvent event) {
        return switch (event) {
            case CredentialEvent.Granted granted ->
                new OutgoingEvent(
                        TOPIC,
                        granted.credentialId().toString(),
                        GRANTED,
                        new CertificationGranted(
                                granted.credentialId(),
                                granted.staffId(),
                                granted.partnerId(),
                                granted.competency().name(),
                                granted.level().name(),
                                granted.validFrom(),
                                granted.validUntil(),
                                granted.occurredAt()));
            case CredentialEvent.Revoked revoked ->
                new OutgoingEvent(
                        TOPIC,
                        revoked.credentialId().toString(),
                        REVOKED,
                        new CertificationRevoked(
                                revoked.credentialId(),
                                revoked.staffId(),
                                revoked.partnerId(),
                                revoked.competency().name(),
                                revoked.reason().name(),
                                revoked.occurredAt()));
        };
    }
}
