package org.ninetyten.leadrouting.lead.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Domains;
import org.ninetyten.leadrouting.identity.Phones;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** A lead as the website, the product or the sales desk reports it. */
record CaptureLeadRequest(
        @Schema(description = "Id in the system it comes from. The same id again names the same lead.")
        @Size(max = 200)
        @Known(Code.TEXT)
        @Nullable
        String externalId,

        @NotNull LeadSource source,

        @NotNull @Size(max = 100) @Known(Code.TEXT) String product,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String company,

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

        @Valid @Nullable ContactRequest contact,

        @Known(Code.COUNTRY) @Nullable String country,

        @Known(Code.SUBDIVISION) @Nullable String subdivision,

        @Size(max = 120) @Known(Code.TEXT) @Nullable String city,

        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,

        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,

        @Size(max = 35) @Known(Code.LANGUAGE) @Nullable String language,

        @Size(max = 12) @Nullable List<@NotNull IncomePoint> needs,

        @Size(max = 40) @Known(Code.TEXT) @Nullable String sizeBand,

        @Size(max = 40) @Known(Code.TEXT) @Nullable String budgetBand,

        @Nullable UUID customerId,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String customerExternalId,

        @Schema(description = "The partner that the customer asked for.") @Nullable
        UUID partnerId,

        @Schema(description = "What the person wrote.") @Size(max = 4000) @Known(Code.LINES) @Nullable
        String message,

        @Schema(description = "The campaign that brought the lead.") @Size(max = 100) @Known(Code.TEXT) @Nullable
        String campaign,

        @Schema(description = "The form or page that was filled in.") @Size(max = 200) @Known(Code.TEXT) @Nullable
        String form,

        @Schema(description = "Whether the person agreed to be contacted. Without it no contact may be sent.") @NotNull
        Boolean consent,

        @Schema(description = "The version of the text that the person agreed to; only with consent.")
        @Size(max = 100)
        @Known(Code.TEXT)
        @Nullable
        String consentVersion,

        @Schema(description = "The text that the person agreed to; only with consent.")
        @Size(max = 2000)
        @Known(Code.LINES)
        @Nullable
        String consentText,

        @Schema(
                description =
                        "A field of the form that people do not see. Whatever is in it, a machine wrote; such a lead is"
                                + " kept as spam.")
        @Size(max = 500)
        @Nullable
        String fax) {

    /** The person to talk to. */
    record ContactRequest(
            @NotNull @Size(max = 120) @Known(Code.TEXT) String name,

            @NotNull @Email @Size(max = 254) @Known(Code.TEXT)
            String email,

            @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{4,30}", message = "must be a phone number such as +7 727 123 45 67")
            @Nullable
            String phone) {}

    NewLead toNewLead() {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(latitude == null ? "latitude" : "longitude", "is needed with the other one");
        }
        if (customerId != null && customerExternalId != null) {
            throw ProblemException.invalid("customerId", "and customerExternalId exclude each other");
        }
        if (contact != null && !consent) {
            throw ProblemException.invalid("consent", "is needed to store a contact");
        }
        if (!consent && (consentVersion != null || consentText != null)) {
            throw ProblemException.invalid("consent", "is what the consent's text and version speak of");
        }
        if (companyWebsite != null && Domains.ofWebsite(companyWebsite).isEmpty()) {
            throw ProblemException.invalid("companyWebsite", "must be the address of a site such as example.org");
        }
        return new NewLead(
                externalId,
                source,
                product,
                company,
                contact == null ? null : new Contact(contact.name(), contact.email(), phone(contact.phone())),
                consent,
                country,
                subdivision,
                city,
                latitude == null || longitude == null ? null : new Place(latitude, longitude),
                language,
                needs == null ? Set.of() : Set.copyOf(needs),
                sizeBand,
                budgetBand,
                customerId,
                customerExternalId,
                partnerId,
                null,
                null,
                new NewLead.Details(
                        companyWebsite, taxId, portalId, campaign, form, message, consentVersion, consentText, fax));
    }

    private @Nullable String phone(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Phones.Reading reading = Phones.read(written, country);
        if (reading.refusal() != null) {
            throw ProblemException.invalid("contact.phone", reading.refusal());
        }
        return reading.e164();
    }
}
