package org.ninetyten.partner.standing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A credential that was granted to a person. */
public record LiveCredential(
        UUID credentialId,
        UUID staffId,
        UUID partnerId,
        String competency,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validUntil == null || !validUntil.isBefore(day));
    }
}
