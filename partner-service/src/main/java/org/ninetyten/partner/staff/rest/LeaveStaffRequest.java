package org.ninetyten.partner.staff.rest;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ninetyten.partner.vocabulary.WorkingLife;

/** A person's last day with a partner. */
@Schema(examples = """
        {"employedTo": "2027-02-28"}
        """)
public record LeaveStaffRequest(@NotNull @WorkingLife LocalDate employedTo) {}
