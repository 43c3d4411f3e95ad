package org.ninetyten.partner.standing.messaging;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of a granted credential. */
record CertificationGranted(
        UUID credentialId,
        UUID staffId,
        UUID partnerId,
        String competency,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    static final String TYPE = "org.ninetyten.academy.credential.granted.v1";
}
