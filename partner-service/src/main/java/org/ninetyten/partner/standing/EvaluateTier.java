package org.ninetyten.partner.standing;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ninetyten.messaging.Correlation;
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

    /** Why a partner is looked at: who says so, and the request or event that it belongs to. */
    record Occasion(String by, String correlationId) {}

    /** Evaluates the partner; one that is not here yet has nothing to be evaluated. */
    @Transactional
    public void of(UUID partnerId, String by, String cause) {
        partners.locked(partnerId)
                .ifPresent(partner ->
                        all(List.of(partner), Map.of(partnerId, new Occasion(by, Correlation.current())), cause));
    }

    /** Evaluates partners, locked by the caller, in the order of the list. */
    @Transactional(Transactional.TxType.MANDATORY)
    void all(List<Partner> locked, Map<UUID, Occasion> occasions, String cause) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TierRuleSet rules = ruleSets.validOn(today);
        Map<UUID, TierInputs> measured =
                trackRecord.measure(locked.stream().map(Partner::id).toList(), today, rules.retentionWindowDays());
        for (Partner partner : locked) {
            TierEvaluation evaluation =
                    TierEvaluation.of(rules, partner.tier(), Objects.requireNonNull(measured.get(partner.id())), today);
            evaluations.persist(
                    new EvaluationRecord(UuidCreator.getTimeOrderedEpoch(), partner.id(), now, cause, evaluation));
            if (evaluation.outcome() == TierEvaluation.Outcome.UPGRADED) {
                Occasion occasion = Objects.requireNonNull(occasions.get(partner.id()));
                Correlation.within(
                        occasion.correlationId(), () -> changeTier.upgrade(partner, evaluation, occasion.by(), cause));
            }
        }
    }
}
