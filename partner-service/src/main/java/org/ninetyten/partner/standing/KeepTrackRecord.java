package org.ninetyten.partner.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
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

    /** A person got a credential; the first live one ends the partner's onboarding. */
    @Transactional
    public void granted(LiveCredential credential, String by) {
        trackRecord.keep(credential);
        partners.locked(credential.partnerId())
                .filter(partner -> partner.status() == PartnerStatus.ONBOARDING && credential.isValidOn(today()))
                .ifPresent(partner -> changePartner.activate(partner, by, "the first credential"));
        evaluateTier.of(credential.partnerId(), by, "a credential was granted");
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
