package org.ninetyten.leadrouting.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
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
        this.status = LeadStatus.RECEIVED;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** A lead as it comes in, not yet looked at; the correlation id is that of the request or event that brought it. */
    public static Lead receive(UUID id, NewLead about, UUID customerId, String correlationId, Instant now) {
        return new Lead(id, about, customerId, correlationId, now);
    }

    /** The lead is a real one. In this version of the qualification every lead that somebody reports is. */
    public void qualify(Instant now) {
        move(LeadStatus.QUALIFIED, now);
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
        move(offers < offersBeforeDesk ? LeadStatus.ROUTING : LeadStatus.DESK, now);
        this.partnerId = null;
    }

    public void escalate(Instant now) {
        move(LeadStatus.DESK, now);
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
