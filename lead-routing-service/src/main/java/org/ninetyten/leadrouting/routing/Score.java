package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.Credential;
import org.ninetyten.leadrouting.partner.IncomePoint;
import org.ninetyten.leadrouting.partner.PartnerProfile;

/**
 * How well a candidate fits a lead: the parts, and what they come to under the weights of the policy. All are whole basis
 * points, rounded down. Where a lead says nothing that a part could be judged by, the part is whole for everybody.
 */
public record Score(int competency, int distance, int responseRecord, int winRate, int headroom, int total) {

    public static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

    private static final int WHOLE = RoutingPolicy.WHOLE;

    /** Scores a candidate that is so many kilometres away, or nobody knows how far. */
    public static Score of(
            LeadProfile lead,
            Candidate candidate,
            @Nullable Integer kilometres,
            RoutingPolicy policy,
            LocalDate today) {
        int competency = competency(lead.needs(), candidate.partner(), policy.competency(), today);
        int distance = lead.place() == null ? WHOLE : nearness(kilometres, policy.distanceHalfKm());
        Tally record = candidate.record().ofRecord();
        int responseRecord = shrunk(record.accepted(), record.answers(), policy.responsePrior());
        int winRate = shrunk(record.won(), record.closed(), policy.winPrior());
        int headroom =
                headroom(candidate.turn().openLeads(), candidate.partner().openLeadCap());
        RoutingPolicy.ScoreWeights weights = policy.scoreWeights();
        long total = (long) weights.competency() * competency
                + (long) weights.distance() * distance
                + (long) weights.responseRecord() * responseRecord
                + (long) weights.winRate() * winRate
                + (long) weights.headroom() * headroom;
        return new Score(competency, distance, responseRecord, winRate, headroom, (int) (total / WHOLE));
    }

    /** Whether this is no farther below the best score than the policy allows. */
    boolean isWithin(int band, int best) {
        return (long) total * WHOLE >= (long) best * (WHOLE - band);
    }

    private static int competency(
            Set<IncomePoint> needs, PartnerProfile partner, RoutingPolicy.Competency worth, LocalDate today) {
        if (needs.isEmpty()) {
            return WHOLE;
        }
        int sum = 0;
        for (IncomePoint need : needs) {
            int held = 0;
            for (Credential credential : partner.credentials()) {
                if (credential.competency() == need && credential.livesOn(today)) {
                    held++;
                }
            }
            sum += worth.of(held);
        }
        return sum / needs.size();
    }

    private static int nearness(@Nullable Integer kilometres, int halfKm) {
        return kilometres == null ? 0 : WHOLE * halfKm / (halfKm + kilometres);
    }

    /** A rate that a few samples can hardly move. */
    private static int shrunk(int good, int all, RoutingPolicy.Prior prior) {
        return (int) (((long) good * WHOLE + (long) prior.samples() * prior.rate()) / (all + prior.samples()));
    }

    private static int headroom(int openLeads, int cap) {
        return openLeads >= cap ? 0 : (int) ((long) (cap - openLeads) * WHOLE / cap);
    }
}
