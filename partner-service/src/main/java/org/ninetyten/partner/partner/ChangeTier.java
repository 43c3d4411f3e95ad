package org.ninetyten.partner.partner;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;
import org.ninetyten.partner.tier.Tier;
import org.ninetyten.partner.tier.TierEvaluation;

/** Gives a partner the tier that it has earned. */
@ApplicationScoped
public class ChangeTier {

    private final TierPeriods periods;
    private final PartnerEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeTier(TierPeriods periods, PartnerEvents events, AuditTrail audit, Clock clock) {
        this.periods = periods;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves a partner, locked by the caller, up on the day of the evaluation. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void upgrade(Partner partner, TierEvaluation evaluation, String by, String why) {
        Instant now = clock.instant();
        LocalDate from = evaluation.evaluatedOn();
        Tier before = partner.tier();
        periods.open(partner.id()).endBefore(from);
        // One period of a partner is open at any moment, for the database too: close before opening.
        periods.flush();
        TierPeriod next = new TierPeriod(
                UuidCreator.getTimeOrderedEpoch(),
                partner.id(),
                evaluation.earnedTier(),
                from,
                evaluation.ruleSetVersion(),
                evaluation.reasons());
        periods.persist(next);
        events.publish(partner.enter(next, now));
        audit.append(new AuditEntry(
                by,
                "partner.tier-changed",
                "partner",
                partner.id(),
                partner.id(),
                Map.of("tier", before),
                Map.of("tier", partner.tier(), "effectiveFrom", from.toString()),
                why));
    }
}
