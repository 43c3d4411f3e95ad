package org.ninetyten.leadrouting.registration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Domains;
import org.ninetyten.leadrouting.identity.Phones;
import org.ninetyten.leadrouting.identity.Traits;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.registration.NewRegistration;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** A customer that the partner found by itself. */
record RegisterDealRequest(
        @Schema(description = "For whom the vendor's staff registers; a partner may leave it out.") @Nullable
        UUID partnerId,

        @NotNull @Size(max = 100) @Known(Code.TEXT) String product,

        @NotNull @Known(Code.CURRENCY) String currency,

        @NotNull @Size(max = 200) @Known(Code.TEXT) String company,

        @NotNull @Known(Code.COUNTRY) String country,

        @Known(Code.SUBDIVISION) @Nullable String subdivision,

        @Size(max = 120) @Known(Code.TEXT) @Nullable String city,

        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,

        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,

        @Schema(description = "The company's site; its domain tells the company from others.")
        @Size(max = 300)
        @Known(Code.TEXT)
        @Nullable
        String companyWebsite,

        @Schema(description = "The company's tax id in its country, as it is written there.")
        @Size(max = 40)
        @Known(Code.TEXT)
        @Nullable
        String taxId,

        @Schema(description = "The id of the customer's account in the product.")
        @Size(max = 100)
        @Known(Code.TEXT)
        @Nullable
        String portalId,

        @Schema(description = "Compared with what is known, and not kept.")
        @Email
        @Size(max = 254)
        @Known(Code.TEXT)
        @Nullable
        String contactEmail,

        @Schema(description = "Compared with what is known, and not kept.")
        @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{4,30}", message = "must be a phone number such as +7 727 123 45 67")
        @Nullable
        String contactPhone,

        @Schema(description = "What the partner knows of the need; no personal data.")
        @Size(max = 2000)
        @Known(Code.LINES)
        @Nullable
        String note,

        @Schema(description = "For the case, if a person has to decide.") @Valid @Nullable
        EvidenceRequest evidence) {

    NewRegistration toRegistration(UUID partner) {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(latitude == null ? "latitude" : "longitude", "is needed with the other one");
        }
        if (companyWebsite != null && Domains.ofWebsite(companyWebsite).isEmpty()) {
            throw ProblemException.invalid("companyWebsite", "must be the address of a site such as example.org");
        }
        return new NewRegistration(
                partner,
                product,
                currency,
                company,
                country,
                new Traits(contactEmail, phone(), company, companyWebsite, taxId, portalId, country, city),
                subdivision,
                latitude == null || longitude == null ? null : new Place(latitude, longitude),
                note);
    }

    private @Nullable String phone() {
        if (contactPhone == null) {
            return null;
        }
        Phones.Reading reading = Phones.read(contactPhone, country);
        if (reading.refusal() != null) {
            throw ProblemException.invalid("contactPhone", reading.refusal());
        }
        return reading.e164();
    }
}
