package org.ninetyten.leadrouting.order.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.deal.Side;
import org.ninetyten.leadrouting.deal.WriteEstimate;
import org.ninetyten.leadrouting.identity.Domains;
import org.ninetyten.leadrouting.identity.Phones;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.order.PlaceOrder;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.vocabulary.Code;
import org.ninetyten.leadrouting.vocabulary.Known;
import org.ninetyten.messaging.http.ProblemException;

/** An order as the website takes it. */
record PlaceOrderRequest(
        @Schema(description = "The website's own id. The same id again is the same order.")
        @NotNull
        @Size(max = 100)
        @Known(Code.TEXT)
        String orderId,

        @NotNull @Size(max = 100) @Known(Code.TEXT) String product,

        @NotNull @Known(Code.CURRENCY) String currency,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String company,

        @Size(max = 300) @Known(Code.TEXT) @Nullable String companyWebsite,

        @Size(max = 40) @Known(Code.TEXT) @Nullable String taxId,

        @Size(max = 100) @Known(Code.TEXT) @Nullable String portalId,

        @NotNull @Valid ContactRequest contact,

        @NotNull @Known(Code.COUNTRY) String country,

        @Known(Code.SUBDIVISION) @Nullable String subdivision,

        @Size(max = 120) @Known(Code.TEXT) @Nullable String city,

        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,

        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,

        @Size(max = 35) @Known(Code.LANGUAGE) @Nullable String language,

        @Size(max = 200) @Known(Code.TEXT) @Nullable String customerExternalId,

        @Schema(description = "The partner that the customer chose; the order is routed without one.") @Nullable
        UUID partnerId,

        @Schema(description = "What the customer wrote with it.") @Size(max = 4000) @Known(Code.LINES) @Nullable
        String message,

        @Schema(description = "Whether the person agreed to be contacted, without which nothing can be delivered.")
        @NotNull
        Boolean consent,

        @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull LineRequest> lines) {

    /** The person who ordered. */
    record ContactRequest(
            @NotNull @Size(max = 120) @Known(Code.TEXT) String name,

            @NotNull @Email @Size(max = 254) @Known(Code.TEXT)
            String email,

            @Pattern(regexp = "\\+?[0-9][0-9 ()./-]{4,30}", message = "must be a phone number such as +7 727 123 45 67")
            @Nullable
            String phone) {}

    /** One line; amounts in minor units of the order's currency. */
    record LineRequest(
            @NotNull IncomePoint incomePoint,

            @Size(max = 300) @Known(Code.TEXT) @Nullable String description,

            @NotNull @Min(1) @Max(1_000_000) Integer quantity,
            @NotNull @Min(0) Long unitPriceMinor,
            @NotNull @Min(0) @Max(10_000) Integer taxBasisPoints,
            @NotNull Side performer,
            @NotNull Side billedBy) {

        WriteEstimate.Line toLine() {
            return new WriteEstimate.Line(
                    incomePoint, description, quantity, unitPriceMinor, taxBasisPoints, performer, billedBy);
        }
    }

    List<WriteEstimate.Line> toLines() {
        return lines.stream().map(LineRequest::toLine).toList();
    }

    NewLead toLead() {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(latitude == null ? "latitude" : "longitude", "is needed with the other one");
        }
        if (!consent) {
            throw ProblemException.invalid("consent", "is needed to store a contact");
        }
        if (companyWebsite != null && Domains.ofWebsite(companyWebsite).isEmpty()) {
            throw ProblemException.invalid("companyWebsite", "must be the address of a site such as example.org");
        }
        return new NewLead(
                PlaceOrder.leadOf(orderId),
                LeadSource.ORDER,
                product,
                company,
                new Contact(contact.name(), contact.email(), phone()),
                true,
                country,
                subdivision,
                city,
                latitude == null || longitude == null ? null : new Place(latitude, longitude),
                language,
                needs(),
                null,
                null,
                null,
                customerExternalId,
                partnerId,
                null,
                null,
                new NewLead.Details(companyWebsite, taxId, portalId, null, null, message, null, null, null));
    }

    /** The work that was ordered, if a partner does it: whoever gets the order must be able to. */
    private Set<IncomePoint> needs() {
        Set<IncomePoint> needs = EnumSet.noneOf(IncomePoint.class);
        lines.stream()
                .filter(line -> line.performer() == Side.PARTNER && line.incomePoint() != IncomePoint.LICENCE)
                .forEach(line -> needs.add(line.incomePoint()));
        return needs;
    }

    private @Nullable String phone() {
        if (contact.phone() == null) {
            return null;
        }
        Phones.Reading reading = Phones.read(contact.phone(), country);
        if (reading.refusal() != null) {
            throw ProblemException.invalid("contact.phone", reading.refusal());
        }
        return reading.e164();
    }
}
