package org.ninetyten.partner.standing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ninetyten.partner.partner.ChangeTier;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.tier.TierEvaluation;
import org.ninetyten.partner.tier.TierInputs;
import org.ninetyten.partner.tier.TierRuleSet;
import org.ninetyten.partner.tier.TierRuleSets;

/** Looks at a partner after something happened, remembers what it saw, and moves the partner up if it has earned it. */
@ApplicationScoped
public class EvaluateTier {

    private final Partners partners;
    private final TrackRecord trackRecord;
    private final TierRuleSets ruleSets;
    private final Evaluations evaluations;
    private final ChangeTier changeTier;
    private final Clock clock;

    EvaluateTier(
            Partners partners,
            TrackRecord trackRecord,
            TierRuleSets ruleSets,
            Evaluations evaluations,
            ChangeTier changeTier,
            Clock clock) {
        this.partners = partners;
        this.trackRecord = trackRecord;
        this.ruleSets = ruleSets;
        this.evaluations = evaluations;
        this.changeTier = changeTier;
        this.clock = clock;
    }

    /** Evaluates the partner; one that is not here yet has nothing to be evaluated. */
    @Transactional
    public void of(UUID partnerId, String by, String cause) {
        partners.locked(partnerId).ifPresent(partner -> evaluate(partner, by, cause));
    }

    private void evaluate(Partner partner, String by, String cause) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TierRuleSet rules = ruleSets.validOn(today);
        TierInputs inputs = trackRecord.measure(partner.id(), today, rules.retentionWindowDays());
        TierEvaluation evaluation = TierEvaluation.of(rules, partner.tier(), inputs, today);
        evaluations.persist(
                new EvaluationRecord(UuidCreator.getTimeOrderedEpoch(), partner.id(), now, cause, evaluation));
        if (evaluation.outcome() == TierEvaluation.Outcome.UPGRADED) {
            changeTier.upgrade(partner, evaluation, by, cause);
        }
    }
}
