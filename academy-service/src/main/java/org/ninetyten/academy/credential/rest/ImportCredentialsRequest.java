package org.ninetyten.academy.credential.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.academy.course.Competency;
import org.ninetyten.academy.course.Level;
import org.ninetyten.academy.credential.ImportCredentials;

/** Credentials of an older programme. */
@Schema(examples = """
        {"credentials": [{"externalId": "C-1", "staffId": "019ab0d2-1f00-7c44-8a10-5a2b7c9d0e11",
                          "partnerId": "019ab0d1-9e00-7b21-b6f3-3c4d5e6f7081", "competency": "IMPLEMENTATION",
                          "level": "SPECIALIST", "validFrom": "2026-11-23", "validUntil": "2027-11-23"}]}
        """)
record ImportCredentialsRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid CredentialInput> credentials) {

    /** A credential of an older programme. */
    @Schema(name = "CredentialInput")
    record CredentialInput(
            @NotBlank
            @Size(max = 100)
            @Schema(description = "The older programme's own id: importing it again changes nothing.")
            String externalId,

            @NotNull UUID staffId,
            @NotNull UUID partnerId,
            @NotNull Competency competency,
            @NotNull Level level,
            @NotNull LocalDate validFrom,

            @Schema(description = "The last day on which it counts; absent: without end.") @Nullable
            LocalDate validUntil) {

        ImportCredentials.Item item() {
            return new ImportCredentials.Item(externalId, staffId, partnerId, competency, level, validFrom, validUntil);
        }
    }

    List<ImportCredentials.Item> items() {
        return credentials.stream().map(CredentialInput::item).toList();
    }
}
