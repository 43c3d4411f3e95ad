package org.ninetyten.partner.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.partner.partner.ChangePartner;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.PartnerStatus;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.tier.TierRuleSet;
import org.ninetyten.partner.tier.TierRuleSets;

/** Takes in what other services report about partners, and looks at the partner again. */
@ApplicationScoped
public class KeepTrackRecord {

    private final TrackRecord trackRecord;
    private final Partners partners;
    private final ChangePartner changePartner;
    private final EvaluateTier evaluateTier;
    private final TierRuleSets ruleSets;
    private final Clock clock;

    KeepTrackRecord(
            TrackRecord trackRecord,
            Partners partners,
            ChangePartner changePartner,
            EvaluateTier evaluateTier,
            TierRuleSets ruleSets,
            Clock clock) {
        this.trackRecord = trackRecord;
        this.partners = partners;
        this.changePartner = changePartner;
        this.evaluateTier = evaluateTier;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** A credential that was granted, who says so, and the event that it belongs to. */
    public record Granted(LiveCredential credential, String by, String correlationId) {}

    /**
     * People got credentials; the first live one ends a partner's onboarding. However many a partner got, it is looked at
     * once. Partners that are not here yet keep their credentials for when they come.
     */
    @Transactional
    public void granted(List<Granted> grants) {
        trackRecord.keep(grants.stream().map(Granted::credential).toList());
        Map<UUID, Granted> firstLive = new HashMap<>();
        Map<UUID, EvaluateTier.Occasion> occasions = new HashMap<>();
        for (Granted grant : grants) {
            UUID partnerId = grant.credential().partnerId();
            occasions.put(partnerId, new EvaluateTier.Occasion(grant.by(), grant.correlationId()));
            if (grant.credential().isValidOn(today())) {
                firstLive.putIfAbsent(partnerId, grant);
            }
        }
        List<Partner> locked = partners.locked(occasions.keySet());
        for (Partner partner : locked) {
            Granted grant = firstLive.get(partner.id());
            if (grant != null && partner.status() == PartnerStatus.ONBOARDING) {
                Correlation.within(
                        grant.correlationId(),
                        () -> changePartner.activate(partner, grant.by(), "the first credential"));
            }
        }
        evaluateTier.all(locked, occasions, "a credential was granted");
    }

    /** A credential no longer counts. */
    @Transactional
    public void revoked(UUID credentialId, UUID partnerId, String by) {
        if (trackRecord.revoke(credentialId)) {
            evaluateTier.of(partnerId, by, "a credential was revoked");
        }
    }

    /** A deal was won; its points are those of the rules of today and of the partner's region. */
    @Transactional
    public void won(WonDeal deal, String by) {
        // Partner ids come from here: a deal of an unknown one is a fault that somebody has to see.
        Partner partner = partners.lockedOrRefuse(deal.partnerId());
        trackRecord.keep(deal, pointsOf(deal, partner), rules().version());
        evaluateTier.of(partner.id(), by, "a deal was won");
    }

    private BigDecimal pointsOf(WonDeal deal, Partner partner) {
        return rules().rates().pointsFor(deal.attribution(), deal.totalMinor(), deal.currency(), partner.region());
    }

    private TierRuleSet rules() {
        return ruleSets.validOn(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
