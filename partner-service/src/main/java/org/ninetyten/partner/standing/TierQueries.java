package org.ninetyten.partner.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ninetyten.partner.partner.Partner;
import org.ninetyten.partner.partner.Partners;
import org.ninetyten.partner.partner.TierPeriod;
import org.ninetyten.partner.partner.TierPeriods;
import org.ninetyten.partner.tier.TierEvaluation;
import org.ninetyten.partner.tier.TierRuleSet;
import org.ninetyten.partner.tier.TierRuleSets;

/** Reads what a partner's tier is, was, and what is missing for the next. */
@ApplicationScoped
public class TierQueries {

    /** A partner's tier, its history with the latest first, and the last look at it. */
    public record TierPage(Partner partner, List<TierPeriod> history, EvaluationRecord lastEvaluation) {}

    private final Partners partners;
    private final TierPeriods periods;
    private final Evaluations evaluations;
    private final TrackRecord trackRecord;
    private final TierRuleSets ruleSets;
    private final Clock clock;

    TierQueries(
            Partners partners,
            TierPeriods periods,
            Evaluations evaluations,
            TrackRecord trackRecord,
            TierRuleSets ruleSets,
            Clock clock) {
        this.partners = partners;
        this.periods = periods;
        this.evaluations = evaluations;
        this.trackRecord = trackRecord;
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /** The tier page of a partner. One that nothing has happened to yet is looked at now, which is not stored. */
    @Transactional
    public TierPage page(UUID partnerId) {
        Partner partner = partners.existing(partnerId);
        return new TierPage(
                partner,
                periods.history(partnerId),
                evaluations.latest(partnerId).orElseGet(() -> lookNow(partner)));
    }

    private EvaluationRecord lookNow(Partner partner) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        TierRuleSet rules = ruleSets.validOn(today);
        TierEvaluation evaluation = TierEvaluation.of(
                rules, partner.tier(), trackRecord.measure(partner.id(), today, rules.retentionWindowDays()), today);
        return new EvaluationRecord(partner.id(), partner.id(), now, "nothing has happened yet", evaluation);
    }
}
