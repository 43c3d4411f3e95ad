package org.ninetyten.partner.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;

/** Changes what a partner says about itself, and whether it may work. */
@ApplicationScoped
public class ChangePartner {

    private final Partners partners;
    private final CalendarPolicies calendars;
    private final PartnerEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    ChangePartner(Partners partners, CalendarPolicies calendars, PartnerEvents events, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.calendars = calendars;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes over a new profile.
     *
     * @param checkVersion refuses when the partner's version is not the one that the caller has seen
     */
    @Transactional
    public Partner change(UUID id, PartnerProfile profile, LongConsumer checkVersion) {
        Partner partner = partners.lockedOrRefuse(id);
        checkVersion.accept(partner.version());
        partner.change(profile, clock.instant()).ifPresent(changed -> events.publish(List.of(changed)));
        return partner;
    }

    /**
     * Takes over the hours in which the partner works.
     *
     * @param checkVersion refuses when the partner's version is not the one that the caller has seen
     */
    @Transactional
    public Partner keepHours(UUID id, Calendar calendar, LongConsumer checkVersion) {
        Instant now = clock.instant();
        Partner partner = partners.lockedOrRefuse(id);
        checkVersion.accept(partner.version());
        Calendar checked = calendar.checked(calendars.validOn(LocalDate.ofInstant(now, ZoneOffset.UTC)));
        partner.keepHours(checked, now).ifPresent(changed -> events.publish(List.of(changed)));
        return partner;
    }

    /** Stops leads for a while, at the partner's own wish. */
    @Transactional
    public Partner pause(UUID id, Pause pause, String by) {
        Partner partner = partners.lockedOrRefuse(id);
        boolean before = partner.profile().capacity().paused();
        events.publish(List.of(partner.pause(pause, clock.instant())));
        rememberPause("partner.paused", partner, before, by, pause.reason());
        return partner;
    }

    /** Ends a pause, or one that is planned. */
    @Transactional
    public Partner resume(UUID id, String by) {
        Partner partner = partners.lockedOrRefuse(id);
        boolean before = partner.profile().capacity().paused();
        events.publish(List.of(partner.resume(clock.instant())));
        rememberPause("partner.resumed", partner, before, by, null);
        return partner;
    }

    private void rememberPause(String action, Partner partner, boolean before, String by, @Nullable String why) {
        audit.append(new AuditEntry(
                by,
                action,
                "partner",
                partner.id(),
                partner.id(),
                Map.of("paused", before),
                Map.of("paused", partner.profile().capacity().paused()),
                why));
    }

    /** Stops leads and hides the partner from the directory. */
    @Transactional
    public Partner suspend(UUID id, String reason, String by) {
        Partner partner = partners.lockedOrRefuse(id);
        PartnerStatus before = partner.status();
        events.publish(List.of(partner.suspend(reason, clock.instant())));
        remember("partner.suspended", partner, before, by, reason);
        return partner;
    }

    /** Ends a suspension. */
    @Transactional
    public Partner reinstate(UUID id, String by, String why) {
        Partner partner = partners.lockedOrRefuse(id);
        PartnerStatus before = partner.status();
        events.publish(List.of(partner.reinstate(clock.instant())));
        remember("partner.reinstated", partner, before, by, why);
        return partner;
    }

    /** Ends onboarding; the partner is locked by the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void activate(Partner partner, String by, String why) {
        PartnerStatus before = partner.status();
        events.publish(List.of(partner.activate(clock.instant())));
        remember("partner.activated", partner, before, by, why);
    }

    private void remember(String action, Partner partner, PartnerStatus before, String by, String why) {
        audit.append(new AuditEntry(
                by,
                action,
                "partner",
                partner.id(),
                partner.id(),
                Map.of("status", before),
                Map.of("status", partner.status()),
                why));
    }
}
