package org.ninetyten.partner.staff.rest;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.vocabulary.PlainText;
import org.ninetyten.partner.vocabulary.WorkingLife;

/** People of an older programme, each with an external id. They are checked one by one, not all or none. */
@Schema(examples = """
        {"staff": [{"partnerExternalId": "crm-4711", "externalId": "crm-4711-1", "name": "Aigerim Sadykova",
                    "email": "aigerim@almaty-soft.example", "employedFrom": "2025-03-01"}]}
        """)
public record ImportStaffRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull Person> staff) {

    /** A person, at a partner named by its id or by its external id. */
    @Schema(name = "ImportedPerson", examples = """
            {"partnerExternalId": "crm-4711", "externalId": "crm-4711-1", "name": "Aigerim Sadykova",
             "email": "aigerim@almaty-soft.example", "employedFrom": "2025-03-01"}
            """)
    public record Person(
            @Nullable UUID partnerId,
            @Nullable @PlainText @Size(max = 100) String partnerExternalId,
            @NotNull @PlainText @Size(max = 100) String externalId,
            @NotNull @PlainText @Size(max = 200) String name,
            @NotNull @PlainText @Email @Size(max = 254) String email,
            @NotNull @WorkingLife LocalDate employedFrom) {}
}
