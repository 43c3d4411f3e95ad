package org.ninetyten.partner.staff;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who begins to work for a partner. */
public record NewStaff(
        UUID partnerId, @Nullable String externalId, String name, String email, LocalDate employedFrom) {}
