package org.ninetyten.leadrouting.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What routing reads of a revoked credential. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CertificationRevoked(UUID credentialId) {}
