package org.ninetyten.leadrouting.lead.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.intake.SpamRule;
import org.ninetyten.leadrouting.lead.Contact;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.leadrouting.lead.LossReason;
import org.ninetyten.leadrouting.lead.ReviewReason;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadSource;

/** A lead, as far as the reader may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LeadResponse(
        UUID id,
        @Nullable String externalId,

        @Schema(description = "Absent for a partner that no longer has the lead.") @Nullable
        LeadStatus status,

        LeadSource source,
        String product,
        @Nullable String company,

        @Schema(description = "Hidden from a partner until it has accepted.") @Nullable
        Contact contact,

        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String language,
        List<IncomePoint> needs,
        @Nullable String sizeBand,
        @Nullable String budgetBand,
        @Nullable UUID customerId,
        @Nullable UUID partnerId,
        @Nullable UUID eventId,

        @Schema(description = "The trial that made the lead, by the id that the product gave it.") @Nullable
        String trialExternalId,

        @Nullable Integer offers,
        @Nullable String companyWebsite,
        @Nullable String taxId,
        @Nullable String portalId,
        @Nullable String campaign,
        @Nullable String form,
        @Nullable String message,
        @Nullable String consentVersion,
        @Nullable Instant consentAt,

        @Schema(description = "The lead that this one says the same as.") @Nullable
        UUID mergedInto,

        @Schema(description = "The rule by which it is spam.") @Nullable
        SpamRule spamRule,

        @Schema(description = "Why the desk had to look at it first.") @Nullable
        List<ReviewReason> reviewReasons,

        @Nullable LossReason lostReason,
        @Nullable LocalDate nurtureUntil,
        Instant createdAt,
        @Nullable Instant changedAt) {

    /** Everything: for the vendor, and for the partner that has accepted. */
    static LeadResponse whole(Lead lead) {
        return of(lead, lead.contact());
    }

    /** Everything but the person: for vendor's staff that does not talk to customers, and for machines. */
    static LeadResponse withoutContact(Lead lead) {
        return of(lead, null);
    }

    /** What a partner sees of a lead that was offered to it. */
    static LeadResponse forPartner(Lead lead, UUID partnerId) {
        boolean mine = partnerId.equals(lead.partnerId());
        if (mine && lead.status() != LeadStatus.OFFERED) {
            return whole(lead);
        }
        return new LeadResponse(
                lead.id(),
                null,
                mine ? lead.status() : null,
                lead.source(),
                lead.product(),
                null,
                null,
                lead.country(),
                lead.subdivision(),
                lead.city(),
                null,
                null,
                lead.language(),
                List.copyOf(lead.needs()),
                lead.sizeBand(),
                lead.budgetBand(),
                null,
                mine ? partnerId : null,
                lead.eventId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lead.createdAt(),
                null);
    }

    private static LeadResponse of(Lead lead, @Nullable Contact contact) {
        Place place = lead.place();
        return new LeadResponse(
                lead.id(),
                lead.externalId(),
                lead.status(),
                lead.source(),
                lead.product(),
                lead.company(),
                contact,
                lead.country(),
                lead.subdivision(),
                lead.city(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                lead.language(),
                List.copyOf(lead.needs()),
                lead.sizeBand(),
                lead.budgetBand(),
                lead.customerId(),
                lead.partnerId(),
                lead.eventId(),
                lead.trialExternalId(),
                lead.offers(),
                lead.companyWebsite(),
                lead.taxId(),
                lead.portalId(),
                lead.campaign(),
                lead.form(),
                // People sign what they write.
                contact == null ? null : lead.message(),
                lead.consentVersion(),
                lead.consentAt(),
                lead.mergedInto(),
                lead.spamRule(),
                lead.reviewReasons().isEmpty() ? null : List.copyOf(lead.reviewReasons()),
                lead.lostReason(),
                lead.nurtureUntil(),
                lead.createdAt(),
                lead.changedAt());
    }
}
