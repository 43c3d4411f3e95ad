package org.ninetyten.billing.split;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.partner.PartnerOnDate;
import org.ninetyten.billing.partner.Places;
import org.ninetyten.billing.partner.Tier;
import org.ninetyten.billing.partner.TierOnDate;
import org.ninetyten.billing.partner.Tiers;
import org.ninetyten.billing.plan.SplitPlan;
import org.ninetyten.billing.plan.SplitPlans;
import org.ninetyten.billing.rate.Conversions;
import org.ninetyten.billing.rate.Conversions.Wanted;
import org.ninetyten.billing.rate.ExchangeRates;

/** Says what a plan would do, without booking anything. */
@ApplicationScoped
public class PreviewSplit {

    private static final int AT_ONCE = 2000;
    private static final int MOST_DEALS_NAMED = 20;

    private final SplitPlans plans;
    private final Tiers tiers;
    private final Places places;
    private final Limits limits;
    private final ExchangeRates rates;
    private final Splits splits;

    PreviewSplit(SplitPlans plans, Tiers tiers, Places places, Limits limits, ExchangeRates rates, Splits splits) {
        this.plans = plans;
        this.tiers = tiers;
        this.places = places;
        this.limits = limits;
        this.rates = rates;
        this.splits = splits;
    }

    /** An estimate under a plan, and under the plan that is valid on its date. */
    public record Estimate(DealSplit under, DealSplit valid) {}

    /**
     * What a month's deals would have come to.
     *
     * @param deals how many were sold in the month
     * @param changed how many of them would have been split otherwise
     * @param notComparable how many can't be split by the plan, for want of an exchange rate
     * @param why the first such want
     */
    public record Month(
            YearMonth month,
            long deals,
            long changed,
            long notComparable,
            @Nullable String why,
            List<Sum> byCurrency,
            List<TierSum> byTier,
            List<RuleSum> byRule,
            List<Changed> mostChanged) {}

    /** A currency's sums as they were booked and as they would have been. */
    public record Sum(
            String currency,
            long deals,
            long totalMinor,
            long partnerMinor,
            long partnerUnderMinor,
            long differenceMinor) {}

    /** The same for the partners of one tier. */
    public record TierSum(Tier tier, String currency, long deals, long partnerMinor, long partnerUnderMinor) {}

    /** What one rule of the plan would have given. */
    public record RuleSum(String rule, String currency, long lines, long netMinor, long partnerUnderMinor) {}

    /** A deal that would have been split otherwise. */
    public record Changed(
            UUID dealId,
            UUID partnerId,
            String currency,
            long partnerMinor,
            long partnerUnderMinor,
            long differenceMinor) {}

    /**
     * Previews an estimate. Caps count as they are used up to now.
     *
     * @param tier for a partner that is not one of ours yet; otherwise the tier of its history counts
     * @param region the same
     */
    @Transactional
    public Estimate estimate(
            @Nullable SplitPlan plan,
            WonDeal deal,
            boolean knownPartner,
            @Nullable Tier tier,
            @Nullable String region) {
        SplitPlan valid = plans.on(deal.invoiceDate());
        PartnerOnDate partner = knownPartner
                ? partnerOn(deal)
                : new PartnerOnDate(
                        new TierOnDate(requireNonNull(tier), TierOnDate.Source.ASSUMED, null), null, region);
        return new Estimate(under(plan == null ? valid : plan, deal, partner), under(valid, deal, partner));
    }

    private DealSplit under(SplitPlan plan, WonDeal deal, PartnerOnDate partner) {
        Limits.Known known = limits.read(List.of(new Limits.Planned(deal, plan, partner)));
        return Splitter.split(deal, plan, partner, known.conversions(), known.caps());
    }

    private PartnerOnDate partnerOn(WonDeal deal) {
        List<UUID> partner = List.of(deal.partnerId());
        return PartnerOnDate.of(
                requireNonNull(tiers.of(partner).get(deal.partnerId())).on(deal.invoiceDate()),
                requireNonNull(places.of(partner).get(deal.partnerId())).on(deal.invoiceDate()));
    }

    /**
     * Splits all deals of a month again, in portions, with what their partners were then. Of caps only what the month itself
     * uses counts.
     */
    public Month month(SplitPlan plan, YearMonth month) {
        Tally tally = new Tally(plan);
        LocalDate date = month.atDay(1);
        UUID deal = new UUID(0, 0);
        List<PostedSplit> portion;
        do {
            portion = splits.currentOfDates(date, deal, month.atEndOfMonth(), AT_ONCE);
            tally.add(portion);
            if (!portion.isEmpty()) {
                date = portion.getLast().split().deal().invoiceDate();
                deal = portion.getLast().split().deal().dealId();
            }
        } while (portion.size() == AT_ONCE);
        return tally.result(month);
    }

    private final class Tally {
        private final SplitPlan plan;
        private final CapUse caps = CapUse.none();
        private final Map<String, Sum> byCurrency = new TreeMap<>();
        private final Map<String, TierSum> byTier = new TreeMap<>();
        private final Map<String, RuleSum> byRule = new TreeMap<>();
        private final List<Changed> changed = new ArrayList<>();
        private long deals;
        private long changedDeals;
        private long notComparable;
        private @Nullable String why;

        Tally(SplitPlan plan) {
            this.plan = plan;
        }

        void add(List<PostedSplit> portion) {
            List<Wanted> wanted = portion.stream()
                    .map(split -> Splitter.wanted(split.split().deal(), plan))
                    .distinct()
                    .filter(one -> !one.from().equals(one.to()))
                    .toList();
            Conversions conversions = wanted.isEmpty() ? Conversions.NONE : rates.conversions(wanted);
            for (PostedSplit posted : portion) {
                deals++;
                DealSplit was = posted.split();
                try {
                    count(was, Splitter.split(was.deal(), plan, was.partner(), conversions, caps));
                } catch (IllegalArgumentException missingRate) {
                    notComparable++;
                    why = why == null ? missingRate.getMessage() : why;
                }
            }
            changed.sort(
                    (one, other) -> Long.compare(Math.abs(other.differenceMinor()), Math.abs(one.differenceMinor())));
            if (changed.size() > MOST_DEALS_NAMED) {
                changed.subList(MOST_DEALS_NAMED, changed.size()).clear();
            }
        }

        private void count(DealSplit was, DealSplit is) {
            String currency = was.deal().currency().getCurrencyCode();
            long partner = was.partnerMinor();
            long under = is.partnerMinor();
            long difference = Math.subtractExact(under, partner);
            byCurrency.merge(
                    currency,
                    new Sum(currency, 1, was.deal().totalMinor(), partner, under, difference),
                    (one, other) -> new Sum(
                            currency,
                            one.deals() + other.deals(),
                            Math.addExact(one.totalMinor(), other.totalMinor()),
                            Math.addExact(one.partnerMinor(), other.partnerMinor()),
                            Math.addExact(one.partnerUnderMinor(), other.partnerUnderMinor()),
                            Math.addExact(one.differenceMinor(), other.differenceMinor())));
            Tier tier = was.tier().tier();
            byTier.merge(
                    tier + " " + currency,
                    new TierSum(tier, currency, 1, partner, under),
                    (one, other) -> new TierSum(
                            tier,
                            currency,
                            one.deals() + other.deals(),
                            Math.addExact(one.partnerMinor(), other.partnerMinor()),
                            Math.addExact(one.partnerUnderMinor(), other.partnerUnderMinor())));
            for (LineSplit line : is.lines()) {
                String rule = line.trace().rule();
                byRule.merge(
                        rule + " " + currency,
                        new RuleSum(rule, currency, 1, line.line().netMinor(), line.partnerMinor()),
                        (one, other) -> new RuleSum(
                                rule,
                                currency,
                                one.lines() + other.lines(),
                                Math.addExact(one.netMinor(), other.netMinor()),
                                Math.addExact(one.partnerUnderMinor(), other.partnerUnderMinor())));
            }
            if (!is.givesTheSameAs(was)) {
                changedDeals++;
                changed.add(
                        new Changed(was.deal().dealId(), was.deal().partnerId(), currency, partner, under, difference));
            }
        }

        Month result(YearMonth month) {
            return new Month(
                    month,
                    deals,
                    changedDeals,
                    notComparable,
                    why,
                    List.copyOf(byCurrency.values()),
                    List.copyOf(byTier.values()),
                    List.copyOf(byRule.values()),
                    List.copyOf(changed));
        }
    }
}
