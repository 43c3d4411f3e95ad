package org.ninetyten.leadrouting.trial.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.trial.NewTrial;
import org.ninetyten.leadrouting.trial.TrialKind;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** A sign-up as the product reports it. */
record StartTrialRequest(
        @Schema(description = "The product's own id of the account. The same id again names the same trial.")
        @NotNull
        @Size(max = 200)
        @Known(Code.TEXT)
        String externalId,

        @NotNull TrialKind kind,

        @NotNull @Size(max = 100) @Known(Code.TEXT) String product,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String company,

        @Valid @Nullable TrialContactRequest contact,

        @Known(Code.COUNTRY) @Nullable String country,

        @Known(Code.SUBDIVISION) @Nullable String subdivision,

        @Size(max = 120) @Known(Code.TEXT) @Nullable String city,

        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,

        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,

        @Size(max = 35) @Known(Code.LANGUAGE) @Nullable String language,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String customerExternalId,

        @Schema(description = "Whether the person agreed to be contacted. Without it no contact may be sent.") @NotNull
        Boolean consent,

        @NotNull Instant signedUpAt) {

    /** The person that signed up. */
    record TrialContactRequest(
            @NotNull @Size(max = 120) @Known(Code.TEXT) String name,

            @NotNull @Email @Size(max = 254) @Known(Code.TEXT)
            String email,

            @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{4,30}", message = "must be a phone number such as +7 727 123 45 67")
            @Nullable
            String phone) {}

    NewTrial toNewTrial() {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(latitude == null ? "latitude" : "longitude", "is needed with the other one");
        }
        if (contact != null && !consent) {
            throw ProblemException.invalid("consent", "is needed to store a contact");
        }
        return new NewTrial(
                externalId,
                kind,
                product,
                company,
                contact == null ? null : new Contact(contact.name(), contact.email(), contact.phone()),
                consent,
                country,
                subdivision,
                city,
                latitude == null || longitude == null ? null : new Place(latitude, longitude),
                language,
                customerExternalId,
                signedUpAt);
    }
}
