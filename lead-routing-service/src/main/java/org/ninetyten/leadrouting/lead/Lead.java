package org.ninetyten.leadrouting.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.identity.Traits;
import org.ninetyten.leadrouting.intake.SpamRule;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.Preference;
import org.ninetyten.messaging.http.ProblemException;

/** Somebody who may become a customer, on the way to the one partner that will serve it. */
@Entity
@DynamicUpdate
public class Lead {

    @Id
    private UUID id;

    private @Nullable String externalId;

    @Enumerated(EnumType.STRING)
    private LeadSource source;

    private String product;
    private @Nullable String company;
    private @Nullable String contactName;
    private @Nullable String contactEmail;
    private @Nullable String contactPhone;
    private boolean consent;
    private @Nullable String country;
    private @Nullable String subdivision;
    private @Nullable String city;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private @Nullable String language;

    @Column(columnDefinition = "text[]")
    private String[] needs;

    private @Nullable String sizeBand;
    private @Nullable String budgetBand;
    private UUID customerId;
    private @Nullable UUID chosenPartnerId;
    private @Nullable UUID hostPartnerId;
    private @Nullable UUID eventId;

    @Enumerated(EnumType.STRING)
    private LeadStatus status;

    private @Nullable UUID partnerId;
    private int offers;
    private int earlierOffers;
    private @Nullable String companyWebsite;
    private @Nullable String taxId;
    private @Nullable String portalId;
    private @Nullable String campaign;
    private @Nullable String form;
    private @Nullable String message;
    private @Nullable String consentVersion;
    private @Nullable String consentText;
    private @Nullable Instant consentAt;
    private @Nullable UUID mergedInto;

    @Enumerated(EnumType.STRING)
    private @Nullable SpamRule spamRule;

    @Column(columnDefinition = "text[]")
    private String @Nullable [] reviewReasons;

    @Enumerated(EnumType.STRING)
    private @Nullable LossReason lostReason;

    private @Nullable LocalDate nurtureUntil;
    private @Nullable Instant wokenAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EscalationReason deskReason;

    private @Nullable String movedBy;
    private @Nullable String movedWhy;
    private @Nullable Instant movedAt;
    private @Nullable String correlationId;

    @Column(insertable = false, updatable = false)
    private @Nullable String trialExternalId;

    private Instant createdAt;
    private Instant changedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Lead() {}

    private Lead(UUID id, NewLead about, UUID customerId, String correlationId, Instant now) {
        this.id = id;
        this.externalId = about.externalId();
        this.source = about.source();
        this.product = about.product();
        this.company = about.company();
        Contact contact = about.contact();
        if (contact != null) {
            this.contactName = contact.name();
            this.contactEmail = contact.email();
            this.contactPhone = contact.phone();
        }
        this.consent = about.consent();
        this.country = about.country();
        this.subdivision = about.subdivision();
        this.city = about.city();
        Place place = about.place();
        if (place != null) {
            this.latitude = place.latitude();
            this.longitude = place.longitude();
        }
        this.language = about.language();
        this.needs = about.needs().stream().sorted().map(Enum::name).toArray(String[]::new);
        this.sizeBand = about.sizeBand();
        this.budgetBand = about.budgetBand();
        this.customerId = customerId;
        this.correlationId = correlationId;
        this.chosenPartnerId = about.chosenPartnerId();
        this.hostPartnerId = about.hostPartnerId();
        this.eventId = about.eventId();
        NewLead.Details details = about.details();
        this.companyWebsite = details.companyWebsite();
        this.taxId = details.taxId();
        this.portalId = details.portalId();
        this.campaign = details.campaign();
        this.form = details.form();
        this.message = details.message();
        this.consentVersion = details.consentVersion();
        this.consentText = details.consentText();
        this.consentAt = about.consent() ? now : null;
        this.status = LeadStatus.RECEIVED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** A lead as it comes in, not yet looked at; the correlation id is that of the request or event that brought it. */
    public static Lead receive(UUID id, NewLead about, UUID customerId, String correlationId, Instant now) {
        return new Lead(id, about, customerId, correlationId, now);
    }

    /** The lead is a real one. */
    public void qualify(Instant now) {
        move(LeadStatus.QUALIFIED, now);
    }

    /** A person found that the lead is a real one after all, whatever it was taken for. */
    public void release(Mover mover, Instant now) {
        move(LeadStatus.QUALIFIED, mover, now);
        this.spamRule = null;
        move(LeadStatus.ROUTING, mover, now);
    }

    /** The lead was not written by somebody who wants to buy. */
    public void reject(SpamRule rule, Mover mover, Instant now) {
        move(LeadStatus.SPAM, mover, now);
        this.spamRule = rule;
    }

    /** A person has to look at the lead first. */
    public void holdForReview(Set<ReviewReason> reasons, Instant now) {
        move(LeadStatus.REVIEW, now);
        this.reviewReasons = reasons.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    /** The lead says the same as another one, and belongs to it and its customer from now on. */
    public void mergeInto(Lead survivor, Mover mover, Instant now) {
        if (survivor.id.equals(id)) {
            throw new IllegalArgumentException("A lead cannot be merged into itself.");
        }
        move(LeadStatus.DUPLICATE, mover, now);
        this.mergedInto = survivor.id;
        this.customerId = survivor.customerId;
    }

    /** The lead is none of the other's after all, and goes on as one of this customer. */
    public void unmerge(UUID ownCustomerId, Mover mover, Instant now) {
        move(LeadStatus.QUALIFIED, mover, now);
        this.mergedInto = null;
        this.customerId = ownCustomerId;
        move(LeadStatus.ROUTING, mover, now);
    }

    /** Takes over what the duplicate knows and this lead did not, and says what that was. */
    public Learnt learnFrom(Lead duplicate) {
        return Learnt.between(this, duplicate);
    }

    /** The lead is waiting for a partner to be found. */
    public void startRouting(Instant now) {
        move(LeadStatus.ROUTING, now);
    }

    /** Makes the next offer of this lead, to the partner alone. */
    public Offer offerTo(
            UUID partnerId, UUID offerId, UUID decisionId, int policyVersion, Instant expiresAt, Instant now) {
        move(LeadStatus.OFFERED, now);
        this.partnerId = partnerId;
        this.offers++;
        return new Offer(offerId, id, partnerId, offers, decisionId, policyVersion, now, expiresAt);
    }

    public void accept(Instant now) {
        move(LeadStatus.ACCEPTED, now);
    }

    /** The offer was declined or not answered: the next partner gets the lead, or the desk after enough offers. */
    public void offerCameBack(int offersBeforeDesk, Instant now) {
        if (offers - earlierOffers < offersBeforeDesk) {
            move(LeadStatus.ROUTING, now);
        } else {
            escalate(EscalationReason.OFFERS_USED_UP, now);
        }
        this.partnerId = null;
    }

    /** Routing has nobody for the lead: the desk takes over. */
    public void escalate(EscalationReason reason, Instant now) {
        move(LeadStatus.DESK, now);
        this.deskReason = reason;
    }

    /** The partner has spoken to the customer. */
    public void contacted(Mover mover, Instant now) {
        move(LeadStatus.CONTACTED, mover, now);
    }

    /** The customer wants to go on, and the partner is at it. */
    public void work(Mover mover, Instant now) {
        move(LeadStatus.WORKING, mover, now);
    }

    /** The partner did not move the lead, and loses it: another one gets a first chance, as if it were new. */
    public void recall(Mover mover, Instant now) {
        move(LeadStatus.RECALLED, mover, now);
        move(LeadStatus.ROUTING, mover, now);
        this.partnerId = null;
        this.earlierOffers = offers;
    }

    /** A deal shows that the customer was contacted and is being worked with, whether or not anybody said so. */
    public void startWork(Instant now) {
        if (status == LeadStatus.ACCEPTED) {
            move(LeadStatus.CONTACTED, now);
        }
        if (status != LeadStatus.WORKING) {
            move(LeadStatus.WORKING, now);
        }
    }

    public void win(Instant now) {
        move(LeadStatus.WON, now);
    }

    public void lose(Instant now) {
        move(LeadStatus.LOST, now);
    }

    /** Nothing came of the lead, and there is no deal to say why. */
    public void lose(LossReason reason, Mover mover, Instant now) {
        move(LeadStatus.LOST, mover, now);
        this.lostReason = reason;
    }

    /** Not now: the lead rests until the day on which it is routed anew. */
    public void rest(LocalDate until, Mover mover, Instant now) {
        move(LeadStatus.NURTURE, mover, now);
        this.nurtureUntil = until;
    }

    /** The lead is routed anew, as if for the first time: who declined months ago may want it now. */
    public void wakeUp(Mover mover, Instant now) {
        move(LeadStatus.ROUTING, mover, now);
        this.nurtureUntil = null;
        this.partnerId = null;
        this.earlierOffers = offers;
        this.wokenAt = now;
    }

    private void move(LeadStatus to, Mover mover, Instant now) {
        move(to, now);
        this.movedBy = mover.who();
        this.movedWhy = mover.why();
        this.movedAt = now;
    }

    private void move(LeadStatus to, Instant now) {
        if (!status.next().contains(to)) {
            throw ProblemException.illegalState(
                    "The lead is " + status + " and cannot become " + to + ".", status.next());
        }
        this.status = to;
        this.changedAt = now;
    }

    /** What routing may know of this lead. */
    public LeadProfile profile(List<Preference> preferences, Set<UUID> refusedBy) {
        return new LeadProfile(id, source, country, subdivision, place(), language, needs(), preferences, refusedBy);
    }

    public UUID id() {
        return id;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public LeadSource source() {
        return source;
    }

    public String product() {
        return product;
    }

    public @Nullable String company() {
        return company;
    }

    public @Nullable Contact contact() {
        return contactName == null ? null : new Contact(contactName, contactEmail, contactPhone);
    }

    public boolean consent() {
        return consent;
    }

    public @Nullable String country() {
        return country;
    }

    public @Nullable String subdivision() {
        return subdivision;
    }

    public @Nullable String city() {
        return city;
    }

    public @Nullable Place place() {
        return latitude == null || longitude == null ? null : new Place(latitude, longitude);
    }

    public @Nullable String language() {
        return language;
    }

    public Set<IncomePoint> needs() {
        Set<IncomePoint> points = EnumSet.noneOf(IncomePoint.class);
        Arrays.stream(needs).map(IncomePoint::valueOf).forEach(points::add);
        return points;
    }

    public @Nullable String sizeBand() {
        return sizeBand;
    }

    public @Nullable String budgetBand() {
        return budgetBand;
    }

    public UUID customerId() {
        return customerId;
    }

    public @Nullable UUID chosenPartnerId() {
        return chosenPartnerId;
    }

    public @Nullable UUID hostPartnerId() {
        return hostPartnerId;
    }

    public @Nullable UUID eventId() {
        return eventId;
    }

    public LeadStatus status() {
        return status;
    }

    public @Nullable String companyWebsite() {
        return companyWebsite;
    }

    public @Nullable String taxId() {
        return taxId;
    }

    public @Nullable String portalId() {
        return portalId;
    }

    public @Nullable String campaign() {
        return campaign;
    }

    public @Nullable String form() {
        return form;
    }

    public @Nullable String message() {
        return message;
    }

    public @Nullable String consentVersion() {
        return consentVersion;
    }

    public @Nullable String consentText() {
        return consentText;
    }

    /** When the person agreed to be contacted. */
    public @Nullable Instant consentAt() {
        return consentAt;
    }

    /** The lead that this one says the same as. */
    public @Nullable UUID mergedInto() {
        return mergedInto;
    }

    public @Nullable SpamRule spamRule() {
        return spamRule;
    }

    /** Why a person looked at the lead, or has to. */
    public Set<ReviewReason> reviewReasons() {
        Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
        if (reviewReasons != null) {
            Arrays.stream(reviewReasons).map(ReviewReason::valueOf).forEach(reasons::add);
        }
        return reasons;
    }

    public @Nullable LossReason lostReason() {
        return lostReason;
    }

    public @Nullable LocalDate nurtureUntil() {
        return nurtureUntil;
    }

    /** When the lead last came back from its rest: offers from before are no part of the present round. */
    public @Nullable Instant wokenAt() {
        return wokenAt;
    }

    /** Why the lead last came to the desk; it may have left it since. */
    public @Nullable EscalationReason deskReason() {
        return deskReason;
    }

    public @Nullable String movedBy() {
        return movedBy;
    }

    public @Nullable String movedWhy() {
        return movedWhy;
    }

    public @Nullable Instant movedAt() {
        return movedAt;
    }

    /** What identity compares. */
    public Traits traits() {
        return new Traits(contactEmail, contactPhone, company, companyWebsite, taxId, portalId, country, city);
    }

    /** What another lead may tell of this one, by the name of the column. */
    Map<String, @Nullable String> facts() {
        Map<String, @Nullable String> facts = new LinkedHashMap<>();
        facts.put("company", company);
        facts.put("contact_name", contactName);
        facts.put("contact_email", contactEmail);
        facts.put("contact_phone", contactPhone);
        facts.put("country", country);
        facts.put("subdivision", subdivision);
        facts.put("city", city);
        facts.put("language", language);
        facts.put("size_band", sizeBand);
        facts.put("budget_band", budgetBand);
        facts.put("company_website", companyWebsite);
        facts.put("tax_id", taxId);
        facts.put("portal_id", portalId);
        return facts;
    }

    /** Sets what {@link #facts} names. */
    void tell(String fact, @Nullable String value) {
        switch (fact) {
            case "company" -> company = value;
            case "contact_name" -> contactName = value;
            case "contact_email" -> contactEmail = value;
            case "contact_phone" -> contactPhone = value;
            case "country" -> country = value;
            case "subdivision" -> subdivision = value;
            case "city" -> city = value;
            case "language" -> language = value;
            case "size_band" -> sizeBand = value;
            case "budget_band" -> budgetBand = value;
            case "company_website" -> companyWebsite = value;
            case "tax_id" -> taxId = value;
            case "portal_id" -> portalId = value;
            default -> throw new IllegalArgumentException(fact);
        }
    }

    void tellNeeds(Set<IncomePoint> told) {
        needs = told.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    void tellMessage(@Nullable String told) {
        message = told;
    }

    /** Another lead of the same customer brings the agreement that this one came without. */
    void tellConsent(Lead of) {
        consent = of.consent;
        consentVersion = of.consentVersion;
        consentText = of.consentText;
        consentAt = of.consentAt;
    }

    void forgetConsent() {
        consent = false;
        consentVersion = null;
        consentText = null;
        consentAt = null;
    }

    /** The partner that has the lead, or is being offered it. */
    public @Nullable UUID partnerId() {
        return partnerId;
    }

    public int offers() {
        return offers;
    }

    /** The trial that made the lead, by the id that the product gave it. */
    public @Nullable String trialExternalId() {
        return trialExternalId;
    }

    /** The id of the request or event that brought the lead. */
    public @Nullable String correlationId() {
        return correlationId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public long version() {
        return version;
    }
}
