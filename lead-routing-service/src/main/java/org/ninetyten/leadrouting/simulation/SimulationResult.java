package org.ninetyten.leadrouting.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;

/**
 * What came of a simulation. What each partner got is listed apart.
 *
 * @param steps how many leads each step of the routing order decided; NOBODY are those that no partner could have
 * @param happenedDistance the same leads as they really went; nothing when that is not known
 * @param comparison nothing when it is not known where the leads really went
 */
public record SimulationResult(
        long leads,
        Map<Step, Long> steps,
        List<Group> tiers,
        List<Group> regions,
        Distance distance,
        @Nullable Distance happenedDistance,
        Load load,
        Fairness fairness,
        Unroutable unroutable,
        @Nullable Comparison comparison) {

    /**
     * The partners of a tier or region.
     *
     * @param partners how many there are
     * @param leads how many leads they got
     * @param happened how many of the same leads they really got
     */
    public record Group(String name, int partners, long leads, long happened) {}

    /**
     * How far the partners are from the customers that they got.
     *
     * @param unknown leads of which the place of the customer or of the partner is not known
     * @param ninetiethKm nine of ten leads are no farther than this
     */
    public record Distance(
            long known,
            long unknown,
            @Nullable Long meanKm,
            @Nullable Integer medianKm,
            @Nullable Integer ninetiethKm,
            List<Band> bands) {}

    /** Leads from one distance to below another one; the last band has no end. */
    public record Band(int fromKm, @Nullable Integer belowKm, long leads) {}

    /**
     * How the leads are spread over active partners.
     *
     * @param without active partners that got none
     * @param most the most that one partner got
     * @param median half of those that got any got no more than this
     */
    public record Load(int active, int without, long most, long median) {}

    /**
     * How far partners are from what they earned: of each lead for which a partner was in line, its weight's share.
     *
     * @param partners that were in line at least once
     * @param maxError in leads
     * @param p999Error in leads; 99.9 % of them are no farther away
     * @param jainByWeight Jain's index of leads by weight of tier: one when all got the same
     * @param jainByEarned Jain's index of leads by what was earned; it leaves aside that some regions have more leads
     */
    public record Fairness(
            int partners,
            BigDecimal maxError,
            BigDecimal p999Error,
            BigDecimal jainByWeight,
            BigDecimal jainByEarned) {}

    /**
     * Leads that no partner could have.
     *
     * @param reasons by the filter that kept the last candidates out
     * @param countries those with the most such leads; no country is a lead that names none
     */
    public record Unroutable(long leads, Map<Filter, Long> reasons, List<Country> countries) {}

    /** Leads of a country. */
    public record Country(@Nullable String country, long leads) {}

    /**
     * The leads beside what really happened to them.
     *
     * @param leads of which that is known
     * @param same went to the same partner
     * @param elsewhere would have gone to another partner
     * @param found had nobody, and would have had a partner
     * @param lost had a partner, and would have had nobody
     * @param stillNobody had nobody and would have had nobody
     * @param goneSince went to a partner that is no longer known
     */
    public record Comparison(
            long leads, long same, long elsewhere, long found, long lost, long stillNobody, long goneSince) {}

    private static final int[] BANDS = {0, 25, 50, 100, 250, 500, 1_000, 2_500};
    private static final int COUNTRIES = 50;
    private static final String NO_REGION = "none";

    static SimulationResult of(SimulatedNetwork network, RoutingPolicy policy) {
        Totals totals = network.totals();
        Collection<SimulatedPartner> partners = network.partners();
        boolean compares = totals.compared > 0;
        return new SimulationResult(
                totals.leads,
                new TreeMap<>(totals.steps),
                tiers(partners),
                groups(partners, SimulationResult::region),
                distance(totals.simulated),
                compares ? distance(totals.happened) : null,
                load(partners),
                fairness(partners, policy),
                new Unroutable(
                        totals.steps.getOrDefault(Step.NOBODY, 0L),
                        new TreeMap<>(totals.reasons),
                        countries(totals.unroutable)),
                compares
                        ? new Comparison(
                                totals.compared,
                                totals.same,
                                totals.elsewhere,
                                totals.found,
                                totals.lost,
                                totals.stillNobody,
                                totals.goneSince)
                        : null);
    }

    private static List<Group> tiers(Collection<SimulatedPartner> partners) {
        List<Group> tiers = new ArrayList<>(
                groups(partners, partner -> partner.profile().tier().name()));
        tiers.sort(Comparator.comparing(group -> Tier.valueOf(group.name())));
        return List.copyOf(tiers);
    }

    private static String region(SimulatedPartner partner) {
        String region = partner.region();
        return region == null ? NO_REGION : region;
    }

    private static List<Group> groups(Collection<SimulatedPartner> partners, Function<SimulatedPartner, String> name) {
        Map<String, List<SimulatedPartner>> groups = new TreeMap<>();
        partners.forEach(partner -> groups.computeIfAbsent(name.apply(partner), any -> new ArrayList<>())
                .add(partner));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue().size(),
                        group.getValue().stream()
                                .mapToLong(SimulatedPartner::leads)
                                .sum(),
                        group.getValue().stream()
                                .mapToLong(SimulatedPartner::happened)
                                .sum()))
                .toList();
    }

    private static Distance distance(Totals.Distances distances) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < BANDS.length; i++) {
            Integer below = i + 1 < BANDS.length ? BANDS[i + 1] : null;
            bands.add(
                    new Band(BANDS[i], below, distances.between(BANDS[i], below == null ? Integer.MAX_VALUE : below)));
        }
        return new Distance(
                distances.known(),
                distances.unknown(),
                distances.mean(),
                distances.within(500),
                distances.within(900),
                List.copyOf(bands));
    }

    private static Load load(Collection<SimulatedPartner> partners) {
        int active = 0;
        int without = 0;
        for (SimulatedPartner partner : partners) {
            if (partner.profile().isActive()) {
                active++;
                without += partner.leads() == 0 ? 1 : 0;
            }
        }
        long[] some = partners.stream()
                .mapToLong(SimulatedPartner::leads)
                .filter(leads -> leads > 0)
                .sorted()
                .toArray();
        return new Load(
                active,
                without,
                some.length == 0 ? 0 : some[some.length - 1],
                some.length == 0 ? 0 : some[(some.length - 1) / 2]);
    }

    private static Fairness fairness(Collection<SimulatedPartner> partners, RoutingPolicy policy) {
        List<SimulatedPartner> inLine =
                partners.stream().filter(partner -> partner.earned() > 0).toList();
        long[] errors =
                inLine.stream().mapToLong(SimulatedPartner::error).sorted().toArray();
        return new Fairness(
                inLine.size(),
                inLeads(errors.length == 0 ? 0 : errors[errors.length - 1]),
                inLeads(errors.length == 0 ? 0 : errors[Math.ceilDiv(errors.length * 999, 1_000) - 1]),
                jain(inLine.stream()
                        .mapToDouble(partner -> (double) partner.inTurn()
                                / policy.weight(partner.profile().tier()))
                        .toArray()),
                jain(inLine.stream()
                        .mapToDouble(partner -> (double) partner.inTurn() * SimulatedPartner.LEAD / partner.earned())
                        .toArray()));
    }

    private static BigDecimal inLeads(long parts) {
        return BigDecimal.valueOf(parts, 9).setScale(3, RoundingMode.HALF_UP);
    }

    /** R. Jain, D.-M. Chiu, W. Hawe: "A quantitative measure of fairness and discrimination", 1984. */
    private static BigDecimal jain(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        double squares = Arrays.stream(shares).map(share -> share * share).sum();
        double index = squares == 0 ? 1 : sum * sum / (shares.length * squares);
        return BigDecimal.valueOf(index).setScale(4, RoundingMode.HALF_UP);
    }

    private static List<Country> countries(Map<String, Long> leads) {
        return leads.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(COUNTRIES)
                .map(entry -> new Country(entry.getKey().isEmpty() ? null : entry.getKey(), entry.getValue()))
                .toList();
    }
}
