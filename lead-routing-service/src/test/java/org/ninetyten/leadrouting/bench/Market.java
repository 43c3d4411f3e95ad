package org.ninetyten.leadrouting.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.routing.Candidate;
import org.ninetyten.leadrouting.routing.LeadProfile;
import org.ninetyten.leadrouting.routing.PartnerIndex;
import org.ninetyten.leadrouting.routing.Router;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.RoutingPolicy;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Tally;
import org.ninetyten.leadrouting.routing.TrackRecord;
import org.ninetyten.leadrouting.routing.Turn;

/** Partners with their turns, as the database would keep them: leads are routed, carried out and, later, closed. */
final class Market {

    /** Of a partner that is not new, and of which nothing else is known. */
    static final TrackRecord ESTABLISHED =
            new TrackRecord(100, Tally.NONE, Tally.NONE, Tally.NONE, TrackRecord.QUOTA_DAYS);

    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final PartnerIndex index = new PartnerIndex();
    private final Map<UUID, Candidate> candidates = new HashMap<>();
    private final RoutingPolicy policy;
    private final LocalDate today;
    private final int mostOpen;
    private final ArrayDeque<UUID> open = new ArrayDeque<>();
    private long decisions;

    /**
     * @param mostOpen so many leads are open at once in the whole market; the oldest is closed when there are more
     */
    Market(List<PartnerProfile> partners, RoutingPolicy policy, LocalDate today, int mostOpen) {
        this.policy = policy;
        this.today = today;
        this.mostOpen = mostOpen;
        for (PartnerProfile partner : partners) {
            index.put(partner);
            candidates.put(partner.id(), new Candidate(partner, Turn.NEW, ESTABLISHED));
        }
    }

    PartnerIndex.Shortlist shortlist(LeadProfile lead) {
        return index.shortlist(lead, policy, today);
    }

    RoutingDecision decide(LeadProfile lead) {
        PartnerIndex.Shortlist shortlist = shortlist(lead);
        List<Candidate> ofLead = new ArrayList<>(shortlist.partners().size());
        for (UUID partner : shortlist.partners()) {
            ofLead.add(candidates.get(partner));
        }
        return Router.route(lead, ofLead, policy, today, shortlist.failed()).among(shortlist.sellers());
    }

    /** Makes the offer, which is accepted. */
    void carryOut(RoutingDecision decision) {
        UUID winner = decision.partnerId();
        if (winner == null) {
            return;
        }
        Instant now = START.plusMillis(++decisions);
        for (RoutingDecision.Row row : decision.rows()) {
            Candidate candidate = candidates.get(row.partnerId());
            Turn turn = candidate.turn();
            if (row.partnerId().equals(winner)) {
                Instant lastTurn = decision.step() == Step.TURN ? now : turn.lastTurnAt();
                keep(candidate.offered(new Turn(row.creditAfter(), lastTurn, turn.openLeads() + 1)));
            } else if (row.creditAfter() != turn.credit()) {
                Turn next = new Turn(row.creditAfter(), turn.lastTurnAt(), turn.openLeads());
                candidates.put(row.partnerId(), new Candidate(candidate.partner(), next, candidate.record()));
            }
        }
        open.add(winner);
        if (open.size() > mostOpen) {
            Candidate candidate = candidates.get(open.remove());
            Turn turn = candidate.turn();
            Turn next = new Turn(turn.credit(), turn.lastTurnAt(), turn.openLeads() - 1);
            keep(new Candidate(candidate.partner(), next, candidate.record()));
        }
    }

    private void keep(Candidate candidate) {
        candidates.put(candidate.partner().id(), candidate);
        index.note(candidate);
    }

    Candidate candidate(UUID partner) {
        return candidates.get(partner);
    }

    Iterable<Candidate> all() {
        return candidates.values();
    }
}
