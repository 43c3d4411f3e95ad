package org.ninetyten.academy.credential.messaging;

import java.time.Instant;
import java.util.UUID;

/** Published when a credential is taken back. */
record CertificationRevoked(
        UUID credentialId, UUID staffId, UUID partnerId, String competency, String reason, Instant occurredAt) {}
