package org.ninetyten.partner.standing.messaging;

import java.util.UUID;

/** What this service reads of a revoked credential. */
record CertificationRevoked(UUID credentialId, UUID partnerId) {

    static final String TYPE = "org.ninetyten.academy.credential.revoked.v1";
}
