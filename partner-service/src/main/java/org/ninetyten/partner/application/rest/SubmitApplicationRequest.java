package org.ninetyten.partner.application.rest;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.application.ApplicationForm;
import org.ninetyten.partner.application.ApplicationSource;
import org.ninetyten.partner.vocabulary.CountryCode;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.LanguageTag;
import org.ninetyten.partner.vocabulary.PlainText;
import org.ninetyten.partner.vocabulary.TimeZoneId;

/** The public form. */
@Schema(examples = """
        {"legalName": "Almaty Soft LLP", "taxId": "KZ-123456789012", "country": "KZ", "city": "Almaty",
         "languages": ["kk", "ru"], "services": ["LICENCE", "IMPLEMENTATION"], "timeZone": "Asia/Almaty",
         "contactName": "Dana Omarova", "contactEmail": "dana@almaty-soft.example", "source": "WEBSITE",
         "message": "We have implemented similar products for ten years.", "consent": true}
        """)
public record SubmitApplicationRequest(
        @NotNull @PlainText @Size(max = 200) String legalName,
        @NotNull @PlainText @Size(max = 50) String taxId,
        @NotNull @CountryCode String country,
        @NotNull @PlainText @Size(max = 100) String city,
        @NotEmpty @Size(max = 50) List<@NotNull @LanguageTag String> languages,
        @NotEmpty @Size(max = 12) List<@NotNull IncomePoint> services,
        @NotNull @TimeZoneId String timeZone,
        @NotNull @PlainText @Size(max = 200) String contactName,
        @NotNull @PlainText @Email @Size(max = 254) String contactEmail,
        @NotNull ApplicationSource source,
        @Nullable @PlainText @Size(max = 100) String campaign,
        @Nullable @PlainText(lines = true) @Size(max = 4000) String message,

        @AssertTrue(message = "must be given: without consent the data cannot be kept")
        boolean consent,

        @Schema(description = "A trap for robots: people do not see it, so it is left out or empty.")
        @Nullable
        @Size(max = 0, message = "must be empty")
        String homepage) {

    ApplicationForm toForm() {
        return new ApplicationForm(
                legalName,
                taxId,
                country,
                city,
                languages,
                services,
                timeZone,
                contactName,
                contactEmail,
                source,
                campaign,
                message);
    }
}
