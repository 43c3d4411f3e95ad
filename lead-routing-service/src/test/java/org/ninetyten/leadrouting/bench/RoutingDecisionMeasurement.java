package org.ninetyten.leadrouting.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.Eligibility;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.TurnRule;
import org.ninetyten.testing.bench.Figures;
import org.ninetyten.testing.bench.Spread;

/** Decides on leads in two networks by turns, one of which is 40 times as large: shortlist, scores and turn. */
final class RoutingDecisionMeasurement {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PARTNERS = 24_119;
    private static final int MANY_PARTNERS = 1_000_000;
    private static final int LEADS = 50_000;
    private static final int ROUNDS = 7;
    private static final double GOAL_MICROS = 20;
    private static final double GOAL_GROWTH = 2;
    private static final int CHECKED = 100;
    private static final int HOPELESS = 2_000;

    private final RoutingPolicy policy = ExamplePolicy.of(TurnRule.SHARE);
    private final Eligibility eligibility = new Eligibility(policy, ExampleNetwork.TODAY);

    private RoutingDecisionMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        new RoutingDecisionMeasurement().measure();
    }

    private void measure() throws Exception {
        ExampleNetwork small = new ExampleNetwork(1);
        ExampleNetwork large = new ExampleNetwork(1);
        Market few = new Market(small.partners(PARTNERS), policy, ExampleNetwork.TODAY, PARTNERS * 5);
        Market many = new Market(large.partners(MANY_PARTNERS), policy, ExampleNetwork.TODAY, MANY_PARTNERS * 5);
        List<LeadProfile> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(small.lead(i));
        }
        time(few, leads);
        time(many, leads);
        time(few, leads);
        time(many, leads);
        List<Double> micros = new ArrayList<>();
        List<Double> growths = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            double ofFew = time(few, leads);
            double ofMany = time(many, leads);
            micros.add(ofFew);
            growths.add(ofMany / ofFew);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %.2f us with %d partners, %.2f us with %d%n",
                    round,
                    ofFew,
                    PARTNERS,
                    ofMany,
                    MANY_PARTNERS);
        }
        System.out.printf(
                Locale.ROOT,
                "%.0f us for a lead that nobody can serve, with %d partners%n",
                ofNobody(few, leads),
                PARTNERS);
        check(few, leads);
        check(many, leads);
        String invariant = "who is chosen passes every filter; the shortlist and the number of sellers are those of"
                + " looking at every partner";
        Spread cost = Spread.of(micros);
        Spread growth = Spread.of(growths);
        Figures figures = new Figures("P2");
        figures.add(
                "processor microseconds for a decision among " + PARTNERS + " partners",
                cost,
                "<= 20",
                cost.median() <= GOAL_MICROS,
                invariant);
        figures.add(
                "the same among " + MANY_PARTNERS + " ÷ among " + PARTNERS,
                growth,
                "<= 2",
                growth.median() <= GOAL_GROWTH,
                invariant);
        figures.write();
    }

    /**
     * Microseconds of this thread for each decision, whatever else the machine does. Offers are not made, so that both
     * networks stay as they are.
     */
    private static double time(Market market, List<LeadProfile> leads) {
        long chosen = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        for (LeadProfile lead : leads) {
            if (market.decide(lead).partnerId() != null) {
                chosen++;
            }
        }
        double micros = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / leads.size();
        require(chosen > leads.size() * 9L / 10, "only " + chosen + " leads found a partner");
        return micros;
    }

    /** In a language that nobody speaks: all that have the right to sell are counted by what keeps them out. */
    private static double ofNobody(Market market, List<LeadProfile> leads) {
        double micros = 0;
        for (int round = 0; round < 2; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (LeadProfile lead : leads.subList(0, HOPELESS)) {
                LeadProfile hopeless = new LeadProfile(
                        lead.id(),
                        lead.source(),
                        lead.country(),
                        lead.subdivision(),
                        lead.place(),
                        "tlh",
                        lead.needs(),
                        List.of(),
                        lead.refusedBy());
                require(market.decide(hopeless).partnerId() == null, "somebody spoke a language that nobody speaks");
            }
            micros = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / HOPELESS;
        }
        return micros;
    }

    private void check(Market market, List<LeadProfile> leads) {
        for (LeadProfile lead : leads) {
            RoutingDecision decision = market.decide(lead);
            UUID chosen = decision.partnerId();
            if (chosen != null) {
                require(
                        eligibility.inTurn(lead, market.candidate(chosen)) == null,
                        "lead " + lead.id() + " went to a partner that fails a filter");
            }
        }
        for (LeadProfile lead : leads.subList(0, CHECKED)) {
            compareWithLookingAtEverybody(market, lead);
        }
    }

    private void compareWithLookingAtEverybody(Market market, LeadProfile lead) {
        PartnerIndex.Shortlist looked = market.shortlist(lead);
        List<UUID> shortlist = looked.partners();
        int sellers = 0;
        int passing = 0;
        int nearer = 0;
        int farthest = 0;
        for (UUID partner : shortlist) {
            Integer kilometres = market.candidate(partner).partner().kilometresTo(lead.place());
            farthest = Math.max(farthest, kilometres == null ? 0 : kilometres);
        }
        for (Candidate candidate : market.all()) {
            PartnerProfile partner = candidate.partner();
            sellers += partner.isActive() && partner.mayReach(lead.country(), lead.subdivision(), lead.place()) ? 1 : 0;
            if (eligibility.inTurn(lead, candidate) == null) {
                passing++;
                Integer kilometres = candidate.partner().kilometresTo(lead.place());
                // Two places of one cell are up to eleven kilometres apart.
                if (kilometres != null && kilometres < farthest - 12) {
                    nearer++;
                }
            }
        }
        require(sellers == looked.sellers(), "the number of partners with the right to sell is wrong");
        require(shortlist.size() == Math.min(passing, policy.shortlist()), "the shortlist misses partners");
        require(nearer <= shortlist.size(), "a nearer partner is not on the shortlist");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
