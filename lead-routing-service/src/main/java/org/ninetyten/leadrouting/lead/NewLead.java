package org.ninetyten.leadrouting.lead;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Traits;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadSource;

/** What is known of a lead when it comes in. */
public record NewLead(
        @Nullable String externalId,
        LeadSource source,
        String product,
        @Nullable String company,
        @Nullable Contact contact,
        boolean consent,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable String city,
        @Nullable Place place,
        @Nullable String language,
        Set<IncomePoint> needs,
        @Nullable String sizeBand,
        @Nullable String budgetBand,
        @Nullable UUID customerId,
        @Nullable String customerExternalId,
        @Nullable UUID chosenPartnerId,
        @Nullable UUID hostPartnerId,
        @Nullable UUID eventId,
        Details details) {

    /** A lead of which nothing more is known. */
    public NewLead(
            @Nullable String externalId,
            LeadSource source,
            String product,
            @Nullable String company,
            @Nullable Contact contact,
            boolean consent,
            @Nullable String country,
            @Nullable String subdivision,
            @Nullable String city,
            @Nullable Place place,
            @Nullable String language,
            Set<IncomePoint> needs,
            @Nullable String sizeBand,
            @Nullable String budgetBand,
            @Nullable UUID customerId,
            @Nullable String customerExternalId,
            @Nullable UUID chosenPartnerId,
            @Nullable UUID hostPartnerId,
            @Nullable UUID eventId) {
        this(
                externalId,
                source,
                product,
                company,
                contact,
                consent,
                country,
                subdivision,
                city,
                place,
                language,
                needs,
                sizeBand,
                budgetBand,
                customerId,
                customerExternalId,
                chosenPartnerId,
                hostPartnerId,
                eventId,
                Details.NONE);
    }

    /** What identity compares. */
    Traits traits() {
        return new Traits(
                contact == null ? null : contact.email(),
                contact == null ? null : contact.phone(),
                company,
                details.companyWebsite(),
                details.taxId(),
                details.portalId(),
                country,
                city);
    }

    /**
     * What tells one customer from another, where the lead was made, and what the person wrote and agreed to.
     *
     * @param taxId the company's tax id as it was written
     * @param portalId the id of the customer's account in the product
     * @param campaign the campaign that brought the lead; source and campaign together are judged by their leads
     * @param form the form or page that was filled in
     * @param consentVersion the version of the text that the person agreed to
     * @param trap a field of the form that people do not see; whatever is in it was written by a machine
     */
    public record Details(
            @Nullable String companyWebsite,
            @Nullable String taxId,
            @Nullable String portalId,
            @Nullable String campaign,
            @Nullable String form,
            @Nullable String message,
            @Nullable String consentVersion,
            @Nullable String consentText,
            @Nullable String trap) {

        public static final Details NONE = new Details(null, null, null, null, null, null, null, null, null);
    }
}
