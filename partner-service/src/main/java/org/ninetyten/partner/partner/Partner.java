package org.ninetyten.partner.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.vocabulary.IncomePoint;
import org.ninetyten.partner.vocabulary.Region;

/** A company of the network. Every verb answers the event to publish, which carries a version of its own. */
@Entity
public class Partner {

    @Id
    private UUID id;

    private @Nullable String externalId;

    // Not @Version: it must rise with every event, two in one transaction included. Writers lock the row instead.
    private long revision;

    private String legalName;
    private @Nullable String taxId;
    private String country;

    @Enumerated(EnumType.STRING)
    private Region region;

    @Enumerated(EnumType.STRING)
    private PartnerStatus status;

    private @Nullable String suspensionReason;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private List<String> languages;
    private String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<City> cities;

    // The cities' names in lower case: what the directory's SQL looks for.
    @SuppressWarnings("UnusedVariable")
    private List<String> cityNames;

    private List<String> services;
    private List<String> territoryCountries;
    private List<String> territorySubdivisions;
    private @Nullable Integer territoryRadiusKm;
    private int openLeadCap;

    @Column(name = "quota30_days")
    private int quota30Days;

    private boolean paused;
    private Instant onboardedAt;

    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    @SuppressWarnings("NullAway.Init") // describe() sets the rest.
    private Partner(UUID id, @Nullable String externalId, PartnerProfile profile, Instant now) {
        this.id = id;
        this.externalId = externalId;
        this.status = PartnerStatus.ONBOARDING;
        this.tier = Tier.BUSINESS;
        this.onboardedAt = now;
        describe(profile);
    }

    /** A new partner, in onboarding until its first credential, in the lowest tier. */
    static PartnerEvent.Onboarded onboard(UUID id, @Nullable String externalId, PartnerProfile profile, Instant now) {
        Partner partner = new Partner(id, externalId, profile, now);
        return new PartnerEvent.Onboarded(partner, partner.nextVersion(), now);
    }

    /** Takes over what the partner says about itself; nothing happens if it says nothing new. */
    Optional<PartnerEvent> change(PartnerProfile profile, Instant now) {
        if (profile.equals(profile())) {
            return Optional.empty();
        }
        describe(profile);
        return Optional.of(changed(now));
    }

    /** The first credential is there: the partner may get leads. */
    PartnerEvent activate(Instant now) {
        moveTo(PartnerStatus.ACTIVE);
        return changed(now);
    }

    /** No leads and no place in the directory from now on. */
    PartnerEvent suspend(String reason, Instant now) {
        moveTo(PartnerStatus.SUSPENDED);
        suspensionReason = reason;
        return new PartnerEvent.Suspended(this, nextVersion(), now, reason);
    }

    /** Back to work after a suspension. */
    PartnerEvent reinstate(Instant now) {
        if (status != PartnerStatus.SUSPENDED) {
            throw ProblemException.illegalState("A partner that is " + status + " is not suspended.", status.next());
        }
        moveTo(PartnerStatus.ACTIVE);
        suspensionReason = null;
        return changed(now);
    }

    /** The tier from the period's first day on. */
    List<PartnerEvent> enter(TierPeriod period, Instant now) {
        Tier before = tier;
        tier = period.tier();
        PartnerEvent tierChanged = tierChanged(before, period, now);
        return List.of(tierChanged, changed(now));
    }

    /** The first tier, told as a change from nothing. */
    PartnerEvent begin(TierPeriod first, Instant now) {
        return tierChanged(null, first, now);
    }

    private PartnerEvent tierChanged(@Nullable Tier before, TierPeriod period, Instant now) {
        LocalDate from = period.effectiveFrom();
        return new PartnerEvent.TierChanged(
                this, nextVersion(), now, before, period.tier(), from, period.ruleSetVersion(), period.reasons());
    }

    private PartnerEvent changed(Instant now) {
        return new PartnerEvent.Changed(this, nextVersion(), now);
    }

    private void moveTo(PartnerStatus next) {
        if (!status.next().contains(next)) {
            throw ProblemException.illegalState(
                    "A partner that is " + status + " cannot become " + next + ".", status.next());
        }
        status = next;
    }

    private long nextVersion() {
        revision++;
        return revision;
    }

    private void describe(PartnerProfile profile) {
        legalName = profile.legalName();
        taxId = profile.taxId();
        country = profile.country();
        region = profile.region();
        languages = profile.languages();
        timeZone = profile.timeZone();
        cities = profile.cities();
        cityNames = profile.cities().stream()
                .map(City::name)
                .map(Partner::cityKey)
                .distinct()
                .toList();
        services = profile.services().stream().map(Enum::name).toList();
        territoryCountries = profile.territory().countries();
        territorySubdivisions = profile.territory().subdivisions();
        territoryRadiusKm = profile.territory().radiusKm();
        openLeadCap = profile.capacity().openLeadCap();
        quota30Days = profile.capacity().quota30Days();
        paused = profile.capacity().paused();
    }

    /** How the name of a city is looked up: without regard to case. */
    public static String cityKey(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** What it says about itself. */
    public PartnerProfile profile() {
        return new PartnerProfile(
                legalName,
                taxId,
                country,
                region,
                languages,
                timeZone,
                cities,
                services.stream().map(IncomePoint::valueOf).toList(),
                new Territory(territoryCountries, territorySubdivisions, territoryRadiusKm),
                new Capacity(openLeadCap, quota30Days, paused));
    }

    public UUID id() {
        return id;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    /** Rises with every event of this partner. */
    public long version() {
        return revision;
    }

    public Region region() {
        return region;
    }

    public PartnerStatus status() {
        return status;
    }

    public @Nullable String suspensionReason() {
        return suspensionReason;
    }

    public Tier tier() {
        return tier;
    }

    public Instant onboardedAt() {
        return onboardedAt;
    }
}
