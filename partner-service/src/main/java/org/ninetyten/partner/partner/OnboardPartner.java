package org.ninetyten.partner.partner;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.tier.TierRuleSet;
import org.ninetyten.partner.tier.TierRuleSets;

/** Makes companies partners: in onboarding, in the lowest tier, published. */
@ApplicationScoped
public class OnboardPartner {

    private final Partners partners;
    private final TierPeriods periods;
    private final TierRuleSets ruleSets;
    private final CalendarPolicies calendars;
    private final PartnerEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    OnboardPartner(
            Partners partners,
            TierPeriods periods,
            TierRuleSets ruleSets,
            CalendarPolicies calendars,
            PartnerEvents events,
            AuditTrail audit,
            Clock clock) {
        this.partners = partners;
        this.periods = periods;
        this.ruleSets = ruleSets;
        this.calendars = calendars;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** One company. */
    @Transactional
    public Partner onboard(Newcomer newcomer, String by, String why) {
        return onboardAll(List.of(newcomer), by, why).getFirst();
    }

    /** Many companies with a few batched statements, in the order of the list. */
    @Transactional
    public List<Partner> onboardAll(List<Newcomer> newcomers, String by, String why) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TierRuleSet rules = ruleSets.validOn(today);
        Calendar standard = calendars.validOn(today).standardCalendar();
        List<Partner> onboarded = new ArrayList<>(newcomers.size());
        List<PartnerEvent> happened = new ArrayList<>(newcomers.size() * 2);
        for (Newcomer newcomer : newcomers) {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            PartnerEvent.Onboarded event =
                    Partner.onboard(id, newcomer.externalId(), newcomer.profile(), standard, now);
            Partner partner = event.partner();
            TierPeriod first = new TierPeriod(
                    UuidCreator.getTimeOrderedEpoch(),
                    id,
                    Tier.BUSINESS,
                    today,
                    rules.version(),
                    List.of("every partner starts here"));
            happened.add(event);
            happened.add(partner.begin(first, now));
            partners.persist(partner);
            periods.persist(first);
            audit.append(new AuditEntry(
                    by,
                    "partner.onboarded",
                    "partner",
                    id,
                    id,
                    null,
                    Map.of("status", partner.status(), "tier", partner.tier()),
                    why));
            onboarded.add(partner);
        }
        events.publish(happened);
        return onboarded;
    }
}
