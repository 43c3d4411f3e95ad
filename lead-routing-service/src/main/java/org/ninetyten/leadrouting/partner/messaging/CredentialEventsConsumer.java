package org.ninetyten.leadrouting.partner.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.inbox.Inbox;
import org.ninetyten.messaging.inbox.Subscription;

/** Keeps the credentials that routing counts. */
@ApplicationScoped
class CredentialEventsConsumer {

    private final Subscription subscription;

    CredentialEventsConsumer(Inbox inbox, Partners partners) {
        subscription = inbox.subscribe("academy.credential")
                .on("org.ninetyten.academy.credential.granted.v1", CertificationGranted.class, event -> {
                    CertificationGranted granted = event.data();
                    partners.grant(
                            granted.credentialId(),
                            granted.partnerId(),
                            new Credential(granted.competency(), granted.validFrom(), granted.validUntil()));
                })
                .on(
                        "org.ninetyten.academy.credential.revoked.v1",
                        CertificationRevoked.class,
                        event -> partners.revoke(event.data().credentialId()));
    }

    @Incoming("academy-credential")
    @Blocking
    void on(ConsumerRecords<String, byte[]> records) {
        subscription.handle(records);
    }
}
