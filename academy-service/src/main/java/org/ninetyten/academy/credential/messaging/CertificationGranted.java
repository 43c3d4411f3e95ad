package org.ninetyten.academy.credential.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published when a person comes to hold a credential. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CertificationGranted(
        UUID credentialId,
        UUID staffId,
        UUID partnerId,
        String competency,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant occurredAt) {}
