package org.ninetyten.partner.staff.rest;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.vocabulary.PlainText;
import org.ninetyten.partner.vocabulary.WorkingLife;

/** A person who begins to work for a partner. */
@Schema(examples = """
        {"name": "Aigerim Sadykova", "email": "aigerim@almaty-soft.example", "employedFrom": "2025-03-01"}
        """)
public record JoinStaffRequest(
        @NotNull @PlainText @Size(max = 200) String name,
        @NotNull @PlainText @Email @Size(max = 254) String email,
        @NotNull @WorkingLife LocalDate employedFrom) {}
