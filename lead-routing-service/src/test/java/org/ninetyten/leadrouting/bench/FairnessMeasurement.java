package org.ninetyten.leadrouting.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.PartnerStatus;
import org.ninetyten.leadrouting.partner.Place;
import org.ninetyten.leadrouting.partner.Territory;
import org.ninetyten.leadrouting.partner.Tier;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.LeadSource;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Turn;
import org.ninetyten.leadrouting.routing.TurnRule;
import org.ninetyten.testing.bench.Figures;

/** Routes leads and compares what every partner got with what it earned: its weight's share of every lead in its band. */
final class FairnessMeasurement {

    private static final int PARTNERS = 24_119;
    private static final int LEADS = 1_000_000;
    private static final int CONSTANT_SETS = 40;
    private static final int LARGEST_SET = 200;
    private static final int LEADS_OF_SET = 10_000;
    private static final List<Tier> TIERS = List.of(Tier.values());
    private static final double WITHIN = 0.999;

    private FairnessMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures("P10");
        String whole = "every lead went to exactly one partner of its band";
        double constant = constantSets();
        figures.add(
                "largest error in leads, " + CONSTANT_SETS + " constant sets of up to " + LARGEST_SET,
                String.format(Locale.ROOT, "%.3f", constant),
                "< 1",
                constant < 1,
                whole);
        double[] errors = changingSets();
        double error = errors[(int) Math.ceil(errors.length * WITHIN) - 1];
        figures.add(
                "error in leads of 99.9 % of partners, changing sets, " + LEADS + " leads",
                String.format(Locale.ROOT, "%.3f (largest %.3f)", error, errors[errors.length - 1]),
                "<= 3",
                error <= 3,
                whole);
        double jain = leastLoaded();
        figures.add(
                "Jain index of leads by weight, LEAST_LOADED",
                String.format(Locale.ROOT, "%.4f", jain),
                ">= 0.98",
                jain >= 0.98,
                whole);
        figures.write();
    }

    private static double constantSets() {
        RoutingPolicy policy = ExamplePolicy.of(TurnRule.SHARE);
        Random random = new Random(1);
        double largest = 0;
        for (int set = 0; set < CONSTANT_SETS; set++) {
            List<PartnerProfile> partners = equals(random, 1 + random.nextInt(LARGEST_SET));
            Map<UUID, Integer> position = new HashMap<>();
            List<Candidate> candidates = new ArrayList<>();
            double weights = 0;
            for (PartnerProfile partner : partners) {
                position.put(partner.id(), candidates.size());
                candidates.add(new Candidate(partner, Turn.NEW, Market.ESTABLISHED));
                weights += policy.weight(partner.tier());
            }
            int[] served = new int[partners.size()];
            for (int leads = 1; leads <= LEADS_OF_SET; leads++) {
                RoutingDecision decision =
                        Router.route(lead(leads), candidates, policy, ExampleNetwork.TODAY, Map.of());
                for (RoutingDecision.Row row : decision.rows()) {
                    int at = position.get(row.partnerId());
                    Candidate old = candidates.get(at);
                    Turn turn = new Turn(row.creditAfter(), null, 0);
                    candidates.set(at, new Candidate(old.partner(), turn, old.record()));
                }
                served[position.get(chosen(decision))]++;
                for (int i = 0; i < served.length; i++) {
                    double earned = leads * policy.weight(partners.get(i).tier()) / weights;
                    largest = Math.max(largest, Math.abs(served[i] - earned));
                }
            }
        }
        return largest;
    }

    /** How far every partner is from what it earned, the smallest error first. */
    private static double[] changingSets() {
        ExampleNetwork network = new ExampleNetwork(3);
        Market market = new Market(
                network.partners(PARTNERS), ExamplePolicy.of(TurnRule.SHARE), ExampleNetwork.TODAY, PARTNERS * 5);
        Map<UUID, double[]> owed = new HashMap<>();
        long taken = 0;
        for (int i = 0; i < LEADS; i++) {
            RoutingDecision decision = market.decide(network.lead(i));
            market.carryOut(decision);
            if (decision.step() != Step.TURN) {
                continue;
            }
            double weights = 0;
            for (RoutingDecision.Row row : decision.rows()) {
                weights += row.inBand() ? row.standing().weight() : 0;
            }
            for (RoutingDecision.Row row : decision.rows()) {
                if (row.inBand()) {
                    double[] of = owed.computeIfAbsent(row.partnerId(), any -> new double[1]);
                    of[0] += row.standing().weight() / weights;
                    if (row.partnerId().equals(decision.partnerId())) {
                        of[0]--;
                        taken++;
                    }
                }
            }
        }
        if (taken < LEADS * 9L / 10) {
            throw new IllegalStateException("Only " + taken + " leads were taken in turn.");
        }
        return owed.values().stream()
                .mapToDouble(of -> Math.abs(of[0]))
                .sorted()
                .toArray();
    }

    /** Of partners that compete for the same leads: 1 when everybody gets the same for its weight. */
    private static double leastLoaded() {
        RoutingPolicy policy = ExamplePolicy.of(TurnRule.LEAST_LOADED);
        List<PartnerProfile> partners = equals(new Random(5), LARGEST_SET);
        Map<UUID, Candidate> candidates = new HashMap<>();
        partners.forEach(partner -> candidates.put(partner.id(), new Candidate(partner, Turn.NEW, Market.ESTABLISHED)));
        for (int leads = 1; leads <= LEADS_OF_SET; leads++) {
            RoutingDecision decision =
                    Router.route(lead(leads), candidates.values(), policy, ExampleNetwork.TODAY, Map.of());
            candidates.computeIfPresent(chosen(decision), (id, old) -> old.offered(Turn.NEW));
        }
        double[] leadsByWeight = partners.stream()
                .mapToDouble(partner ->
                        (double) candidates.get(partner.id()).record().ofLoad().offered()
                                / policy.weight(partner.tier()))
                .toArray();
        double sum = DoubleStream.of(leadsByWeight).sum();
        double squares = DoubleStream.of(leadsByWeight).map(one -> one * one).sum();
        return sum * sum / (leadsByWeight.length * squares);
    }

    private static UUID chosen(RoutingDecision decision) {
        UUID chosen = decision.partnerId();
        if (chosen == null) {
            throw new IllegalStateException("A lead found nobody.");
        }
        return chosen;
    }

    /** Partners that differ in their tier only. */
    private static List<PartnerProfile> equals(Random random, int size) {
        List<PartnerProfile> partners = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            partners.add(new PartnerProfile(
                    new UUID(1, i),
                    PartnerStatus.ACTIVE,
                    TIERS.get(random.nextInt(TIERS.size())),
                    Set.of("en"),
                    Set.of(),
                    List.of(),
                    new Territory(Set.of("KZ"), Set.of(), null),
                    List.of(new Place(43.25, 76.95)),
                    ZoneOffset.UTC,
                    1,
                    1_000_000,
                    false));
        }
        return partners;
    }

    private static LeadProfile lead(int number) {
        return new LeadProfile(
                new UUID(2, number), LeadSource.TRIAL, "KZ", null, null, "en", Set.of(), List.of(), Set.of());
    }
}
