package org.ninetyten.partner.standing.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.IncomingEvent;
import org.ninetyten.messaging.inbox.Subscription;
import org.ninetyten.partner.standing.KeepTrackRecord;
import org.ninetyten.partner.standing.LiveCredential;

/** Credentials of partner staff: they end onboarding and count for the tier. */
@ApplicationScoped
class CredentialEventsConsumer {

    private final Subscription credentials;
    private final KeepTrackRecord trackRecord;

    CredentialEventsConsumer(Inbox inbox, KeepTrackRecord trackRecord) {
        this.trackRecord = trackRecord;
        this.credentials = inbox.subscribe("academy.credential")
                .onAll(CertificationGranted.TYPE, CertificationGranted.class, this::granted)
                .on(CertificationRevoked.TYPE, CertificationRevoked.class, this::revoked);
    }

    @Incoming("academy-credential")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        credentials.handle(records);
    }

    private void granted(List<IncomingEvent<CertificationGranted>> events) {
        trackRecord.granted(events.stream()
                .map(event -> new KeepTrackRecord.Granted(
                        credential(event.data()), "event " + event.id(), event.correlationId()))
                .toList());
    }

    private static LiveCredential credential(CertificationGranted granted) {
        return new LiveCredential(
                granted.credentialId(),
                granted.staffId(),
                granted.partnerId(),
                granted.competency(),
                granted.level(),
                granted.validFrom(),
                granted.validUntil());
    }

    private void revoked(IncomingEvent<CertificationRevoked> event) {
        trackRecord.revoked(event.data().credentialId(), event.data().partnerId(), "event " + event.id());
    }
}
