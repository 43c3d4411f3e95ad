package org.ninetyten.leadrouting.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The routing order as a pure function: who comes first, who passes the filters, who fits best, whose turn it is. The
 * same question gets the same answer, in whatever order the candidates are given.
 *
 * <p>It works in two halves. The first turns a candidate into its {@link Standing}: the numbers that decide. The second
 * decides on the standings alone, which is how a stored decision can be made again.
 */
public final class Router {

    private Router() {}

    /**
     * Decides on one lead.
     *
     * @param candidates each of whom, once, may get it; who is not worth looking at was left out before
     * @param failedElsewhere how many were left out by which filter
     */
    public static RoutingDecision route(
            LeadProfile lead,
            Collection<Candidate> candidates,
            RoutingPolicy policy,
            LocalDate today,
            Map<Filter, Integer> failedElsewhere) {
        Eligibility eligibility = new Eligibility(policy, today);
        List<Standing> standings = new ArrayList<>(candidates.size());
        Set<UUID> asked = lead.preferences().isEmpty() ? Set.of() : new HashSet<>();
        for (Preference preference : lead.preferences()) {
            // Who may not have the lead as the first may not have it in turn either, so it is not asked again.
            Candidate candidate = find(preference.partnerId(), candidates);
            if (candidate == null || !asked.add(preference.partnerId())) {
                continue;
            }
            Filter failed = eligibility.first(preference.step(), lead, candidate);
            standings.add(standing(lead, candidate, preference.step(), failed, policy, today));
            if (failed == null) {
                return decide(lead.id(), standings, policy, failedElsewhere);
            }
        }
        for (Candidate candidate : candidates) {
            if (asked.isEmpty() || !asked.contains(candidate.partner().id())) {
                Filter failed = eligibility.inTurn(lead, candidate);
                standings.add(standing(lead, candidate, null, failed, policy, today));
            }
        }
        return decide(lead.id(), standings, policy, failedElsewhere);
    }

    private static @Nullable Candidate find(UUID partnerId, Collection<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            if (candidate.partner().id().equals(partnerId)) {
                return candidate;
            }
        }
        return null;
    }

    /** The decision of a person that the lead goes to this partner. */
    public static RoutingDecision assigned(
            LeadProfile lead, Candidate candidate, RoutingPolicy policy, LocalDate today) {
        Standing standing = standing(lead, candidate, Step.DESK, null, policy, today);
        return new RoutingDecision(
                lead.id(),
                policy.version(),
                Step.DESK,
                standing.partnerId(),
                List.of(new RoutingDecision.Row(standing, false, standing.credit())),
                Map.of());
    }

    /** Makes a stored decision again, from what was stored of it and the policy that it was made under. */
    public static RoutingDecision replay(RoutingDecision stored, RoutingPolicy policy) {
        Map<Filter, Integer> failedElsewhere = new EnumMap<>(Filter.class);
        failedElsewhere.putAll(stored.failed());
        List<Standing> standings = new ArrayList<>();
        for (RoutingDecision.Row row : stored.rows()) {
            standings.add(row.standing());
            if (row.failed() != null && row.standing().before() == null) {
                failedElsewhere.computeIfPresent(row.failed(), (filter, count) -> count == 1 ? null : count - 1);
            }
        }
        return decide(stored.leadId(), standings, policy, failedElsewhere).among(stored.sellers());
    }

    /** The numbers by which a candidate is decided on. */
    static Standing standing(
            LeadProfile lead,
            Candidate candidate,
            @Nullable Step before,
            @Nullable Filter failed,
            RoutingPolicy policy,
            LocalDate today) {
        Integer kilometres = candidate.partner().kilometresTo(lead.place());
        TrackRecord record = candidate.record();
        return new Standing(
                candidate.partner().id(),
                before,
                failed,
                kilometres,
                Score.of(lead, candidate, kilometres, policy, today),
                policy.weight(candidate),
                candidate.turn().credit(),
                candidate.turn().lastTurnAt(),
                record.ofLoad().offered(),
                Math.max(0, policy.opening().leads() - record.offersEver()));
    }

    private static RoutingDecision decide(
            UUID leadId, List<Standing> standings, RoutingPolicy policy, Map<Filter, Integer> failedElsewhere) {
        Map<Filter, Integer> failed = new EnumMap<>(Filter.class);
        failed.putAll(failedElsewhere);
        Standing first = null;
        List<Standing> eligible = new ArrayList<>(standings.size());
        List<RoutingDecision.Row> rows = new ArrayList<>(standings.size());
        for (Standing standing : standings) {
            if (standing.before() == null && standing.failed() == null) {
                eligible.add(standing);
                continue;
            }
            rows.add(new RoutingDecision.Row(standing, false, standing.credit()));
            if (standing.failed() == null) {
                first = standing;
            } else if (standing.before() == null) {
                failed.merge(standing.failed(), 1, Integer::sum);
            }
        }
        Step step;
        Standing chosen;
        if (first != null && first.before() != null) {
            step = first.before();
            chosen = first;
        } else if (eligible.isEmpty()) {
            step = Step.NOBODY;
            chosen = null;
        } else {
            Standing newcomer = TurnTaking.newcomer(leadId, eligible, policy.opening());
            step = newcomer == null ? Step.TURN : Step.OPENING;
            chosen = takeTurns(eligible, newcomer, policy, rows);
        }
        rows.sort(Router::compare);
        return new RoutingDecision(
                leadId, policy.version(), step, chosen == null ? null : chosen.partnerId(), rows, failed);
    }

    /** Lets those that score well enough take turns, unless a newcomer goes first: then nobody's credit changes. */
    private static Standing takeTurns(
            List<Standing> eligible,
            @Nullable Standing newcomer,
            RoutingPolicy policy,
            List<RoutingDecision.Row> rows) {
        int best = 0;
        for (Standing standing : eligible) {
            best = Math.max(best, standing.score().total());
        }
        List<Standing> inBand = new ArrayList<>(eligible.size());
        for (Standing standing : eligible) {
            if (standing.score().isWithin(policy.scoreBand(), best)) {
                inBand.add(standing);
            } else {
                rows.add(new RoutingDecision.Row(standing, false, standing.credit()));
            }
        }
        if (newcomer == null && policy.turns() == TurnRule.SHARE) {
            return TurnTaking.byShare(inBand, policy.creditClamp(), rows);
        }
        inBand.forEach(standing -> rows.add(new RoutingDecision.Row(standing, true, standing.credit())));
        return newcomer == null ? TurnTaking.byLoad(inBand) : newcomer;
    }

    /** Who was asked first, who took turns, who scored too low, who was left out: each best first, then by id. */
    private static int compare(RoutingDecision.Row one, RoutingDecision.Row other) {
        Standing left = one.standing();
        Standing right = other.standing();
        if (left.before() != right.before()) {
            return left.before() != null
                            && (right.before() == null || left.before().compareTo(right.before()) < 0)
                    ? -1
                    : 1;
        }
        int compared = Integer.compare(group(one), group(other));
        if (compared == 0) {
            compared = Integer.compare(right.score().total(), left.score().total());
        }
        return compared == 0 ? left.partnerId().compareTo(right.partnerId()) : compared;
    }

    private static int group(RoutingDecision.Row row) {
        if (row.failed() != null) {
            return 2;
        }
        return row.inBand() ? 0 : 1;
    }
}
