package org.ninetyten.partner.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    /** Later than anybody plans; it keeps mistyped years out. */
    private static final int FARTHEST_PAUSE_YEARS = 10;

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
    private @Nullable LocalDate pauseFrom;
    private @Nullable LocalDate pauseUntil;
    private @Nullable String pauseReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private Calendar calendar;

    private Instant onboardedAt;

    @SuppressWarnings("NullAway.Init")
    protected Partner() {}

    @SuppressWarnings("NullAway.Init") // describe() sets the rest.
    private Partner(UUID id, @Nullable String externalId, PartnerProfile profile, Calendar calendar, Instant now) {
        this.id = id;
        this.externalId = externalId;
        this.status = PartnerStatus.ONBOARDING;
        this.tier = Tier.BUSINESS;
        this.calendar = calendar;
        this.onboardedAt = now;
        describe(profile);
    }

    /** A new partner, in onboarding until its first credential, in the lowest tier. */
    static PartnerEvent.Onboarded onboard(
            UUID id, @Nullable String externalId, PartnerProfile profile, Calendar calendar, Instant now) {
        Partner partner = new Partner(id, externalId, profile, calendar, now);
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

    /** Works at other hours from now on; nothing happens if they are the same. */
    Optional<PartnerEvent> keepHours(Calendar hours, Instant now) {
        if (hours.equals(calendar)) {
            return Optional.empty();
        }
        calendar = hours;
        return Optional.of(changed(now));
    }

    /** Wants no leads for a while; a pause that it had before is replaced. */
    PartnerEvent pause(Pause pause, Instant now) {
        LocalDate today = today(now);
        LocalDate from = pause.from();
        LocalDate until = pause.until();
        if (from != null && from.isBefore(today)) {
            throw ProblemException.invalid("from", "must not be before today, " + today);
        }
        if (until != null && !until.isAfter(from == null ? today : from)) {
            throw ProblemException.invalid("until", "must be after the first day of the pause");
        }
        LocalDate farthest = today.plusYears(FARTHEST_PAUSE_YEARS);
        if (from != null && from.isAfter(farthest)) {
            throw ProblemException.invalid("from", "must not be after " + farthest);
        }
        if (until != null && until.isAfter(farthest)) {
            throw ProblemException.invalid("until", "must not be after " + farthest);
        }
        paused = pause.hasBegunOn(today);
        pauseFrom = paused ? null : from;
        pauseUntil = until;
        pauseReason = pause.reason();
        return changed(now);
    }

    /** Wants leads again, at once. */
    PartnerEvent resume(Instant now) {
        if (pause().isEmpty()) {
            throw ProblemException.illegalState("The partner is not paused and no pause is planned.", List.of("pause"));
        }
        endPause();
        return changed(now);
    }

    /** Begins or ends a pause whose day has come; nothing happens before. */
    Optional<PartnerEvent> followPause(Instant now) {
        LocalDate today = today(now);
        Pause pause = pause().orElse(null);
        if (pause == null) {
            return Optional.empty();
        }
        if (pause.isOverOn(today)) {
            boolean wasTold = paused;
            endPause();
            // One that ended before anybody saw it begin changes nothing for others.
            return wasTold ? Optional.of(changed(now)) : Optional.empty();
        }
        if (!paused && pause.hasBegunOn(today)) {
            paused = true;
            pauseFrom = null;
            return Optional.of(changed(now));
        }
        return Optional.empty();
    }

    private void endPause() {
        paused = false;
        pauseFrom = null;
        pauseUntil = null;
        pauseReason = null;
    }

    private LocalDate today(Instant now) {
        return now.atZone(ZoneId.of(timeZone)).toLocalDate();
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
        boolean wantsNone = profile.capacity().paused();
        if (wantsNone != paused) {
            endPause();
            paused = wantsNone;
        }
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

    /** When it works. */
    public Calendar calendar() {
        return calendar;
    }

    /** The pause that lasts or is planned. */
    public Optional<Pause> pause() {
        return paused || pauseFrom != null
                ? Optional.of(new Pause(pauseFrom, pauseUntil, pauseReason))
                : Optional.empty();
    }

    public Instant onboardedAt() {
        return onboardedAt;
    }
}
