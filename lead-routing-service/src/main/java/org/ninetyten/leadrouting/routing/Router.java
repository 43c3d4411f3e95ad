package org.ninetyten.leadrouting.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The routing order as a pure function: who comes first, who passes the filters, who is near, whose turn it is. The
 * same question gets the same answer, in whatever order the candidates are given.
 */
public final class Router {

    private Router() {}

    /** Decides on one lead. {@code failedElsewhere} counts the partners that the caller left out already. */
    public static RoutingDecision route(
            LeadProfile lead,
            Collection<Candidate> candidates,
            RoutingPolicy policy,
            LocalDate today,
            Map<Filter, Integer> failedElsewhere) {
        Eligibility eligibility = new Eligibility(policy, today);
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        failed.putAll(failedElsewhere);
        List<RoutingDecision.Row> rows = new ArrayList<>();

        Map<UUID, Candidate> waiting = new HashMap<>();
        candidates.forEach(candidate -> waiting.put(candidate.partner().id(), candidate));
        for (Preference preference : lead.preferences()) {
            // Who may not have the lead as the first may not have it in turn either, so it is not asked again.
            Candidate candidate = waiting.remove(preference.partnerId());
            if (candidate == null) {
                continue;
            }
            Filter reason = eligibility.first(
                    preference.step(),
                    lead,
                    candidate.partner(),
                    candidate.turn().openLeads());
            rows.add(row(lead, candidate, policy, candidate.turn().credit(), reason));
            if (reason == null) {
                return new RoutingDecision(
                        lead.id(), policy.version(), preference.step(), preference.partnerId(), rows, failed);
            }
        }

        List<Candidate> eligible = new ArrayList<>();
        for (Candidate candidate : waiting.values()) {
            Filter reason = eligibility.inTurn(
                    lead, candidate.partner(), candidate.turn().openLeads());
            if (reason == null) {
                eligible.add(candidate);
            } else {
                failed.merge(reason, 1, Integer::sum);
                rows.add(row(lead, candidate, policy, candidate.turn().credit(), reason));
            }
        }
        // Rows of the left-out come in the order of their ids, so that the explanation is as stable as the choice.
        rows.sort(Comparator.comparing(RoutingDecision.Row::partnerId));
        if (eligible.isEmpty()) {
            return new RoutingDecision(lead.id(), policy.version(), Step.NOBODY, null, rows, failed);
        }

        Nearest<Candidate> nearest = new Nearest<>(lead.id(), policy.shortlist());
        for (Candidate candidate : eligible) {
            nearest.offer(candidate.partner().id(), candidate.partner().kilometresTo(lead.place()), candidate);
        }
        List<Candidate> shortlist = nearest.toList();
        return takeTurns(lead, shortlist, policy, rows, failed);
    }

    private static RoutingDecision takeTurns(
            LeadProfile lead,
            List<Candidate> shortlist,
            RoutingPolicy policy,
            List<RoutingDecision.Row> leftOut,
            Map<Filter, Integer> failed) {
        long weights = 0;
        for (Candidate candidate : shortlist) {
            weights += policy.weight(candidate.partner().tier());
        }
        List<Standing> standings = new ArrayList<>();
        long earned = 0;
        for (Candidate candidate : shortlist) {
            int weight = policy.weight(candidate.partner().tier());
            long share = Credit.LEAD * weight / weights;
            earned += share;
            standings.add(new Standing(candidate, weight, candidate.turn().credit() + share));
        }
        Standing winner = nextInTurn(standings);

        List<RoutingDecision.Row> rows = new ArrayList<>();
        for (Standing standing : standings) {
            // The winner pays exactly what all have earned, so that no credit is made or lost.
            long after = standing.equals(winner) ? standing.credit() - earned : standing.credit();
            rows.add(row(lead, standing.candidate(), policy, clamp(after, policy.creditClamp() * Credit.LEAD), null));
        }
        rows.addAll(leftOut);
        return new RoutingDecision(
                lead.id(),
                policy.version(),
                Step.TURN,
                winner.candidate().partner().id(),
                rows,
                failed);
    }

    /**
     * The highest credit wins, once it is a whole lead. Until then the turn goes to the partner that would be a whole
     * lead behind soonest. Between equal weights that is the highest credit too; with unequal ones, going by credit
     * alone lets a heavy partner fall a lead behind while light ones are served early.
     */
    private static Standing nextInTurn(List<Standing> standings) {
        boolean somebodyIsOwedALead =
                standings.stream().anyMatch(standing -> standing.credit() >= Credit.LEAD - Credit.NOTHING);
        if (!somebodyIsOwedALead) {
            Standing soonest = null;
            for (Standing standing : standings) {
                if (standing.credit() > Credit.NOTHING
                        && (soonest == null || SOONEST_OWED.compare(standing, soonest) < 0)) {
                    soonest = standing;
                }
            }
            if (soonest != null) {
                return soonest;
            }
        }
        return standings.stream().min(HIGHEST_CREDIT).orElseThrow();
    }

    private static final Comparator<Standing> LONGEST_WAIT = Comparator.<Standing, Instant>comparing(
                    standing -> orEver(standing.candidate().turn().lastTurnAt()))
            .thenComparing(standing -> standing.candidate().partner().id());

    private static final Comparator<Standing> HIGHEST_CREDIT =
            Comparator.comparingLong(Standing::credit).reversed().thenComparing(LONGEST_WAIT);

    private static final Comparator<Standing> SOONEST_OWED = soonestOwed().thenComparing(LONGEST_WAIT);

    /** Compares (1 - credit) / weight by cross-multiplication: exact, and far from overflow with clamped credits. */
    private static Comparator<Standing> soonestOwed() {
        return (a, b) -> Long.compare((Credit.LEAD - a.credit()) * b.weight(), (Credit.LEAD - b.credit()) * a.weight());
    }

    private static Instant orEver(@Nullable Instant instant) {
        return instant == null ? Instant.MIN : instant;
    }

    private static long clamp(long credit, long limit) {
        return Math.max(-limit, Math.min(limit, credit));
    }

    private static RoutingDecision.Row row(
            LeadProfile lead, Candidate candidate, RoutingPolicy policy, long creditAfter, @Nullable Filter failed) {
        return new RoutingDecision.Row(
                candidate.partner().id(),
                candidate.partner().kilometresTo(lead.place()),
                policy.weight(candidate.partner().tier()),
                candidate.turn().credit(),
                creditAfter,
                failed);
    }

    private record Standing(Candidate candidate, int weight, long credit) {}
}
