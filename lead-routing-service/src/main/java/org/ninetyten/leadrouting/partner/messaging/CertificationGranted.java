package org.ninetyten.leadrouting.partner.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** What routing reads of a new credential. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CertificationGranted(
        UUID credentialId,
        UUID partnerId,
        IncomePoint competency,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {}
