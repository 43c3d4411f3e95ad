package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** Where a lead has been. */
@ApplicationScoped
@Transactional
public class LeadHistory {

    private static final String MOVES = """
            select moved_at, position as ordinal, from_status, to_status, who, why from lead_move where lead_id = ?
            union all
            select offered_at, ordinal, 'ROUTING', 'OFFERED', 'routing', null from offer o where lead_id = ?
               and not exists (select 1 from lead_move m where m.lead_id = o.lead_id and m.to_status = 'OFFERED'
                                  and m.moved_at = o.offered_at)
             order by 1, 2""";

    private final Leads leads;
    private final Database database;

    LeadHistory(Leads leads, Database database) {
        this.leads = leads;
        this.database = database;
    }

    /**
     * One move.
     *
     * @param from nothing for the first one
     * @param who a user name, or the part of the service that decided; nothing where only the offer tells
     */
    public record Move(
            @Nullable LeadStatus from,
            LeadStatus to,
            Instant at,
            @Nullable String who,
            @Nullable String why) {}

    /** All moves of the lead, the first one first. */
    public List<Move> of(UUID leadId) {
        Lead lead = leads.require(leadId);
        List<Move> kept = database.query(
                MOVES,
                row -> new Move(
                        LeadStatus.valueOf(row.getString("from_status")),
                        LeadStatus.valueOf(row.getString("to_status")),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("why")),
                leadId,
                leadId);
        List<Move> all = new ArrayList<>();
        all.add(new Move(null, LeadStatus.RECEIVED, lead.createdAt(), null, null));
        // What intake made of it: that is where its first move began, or where it still is.
        LeadStatus first = kept.isEmpty() || kept.getFirst().from() == null
                ? lead.status()
                : kept.getFirst().from();
        follow(
                all,
                new Move(LeadStatus.RECEIVED, first, lead.createdAt(), Mover.INTAKE.who(), whyAtFirst(lead, first)));
        inSequence(kept).forEach(move -> follow(all, move));
        return all;
    }

    /** Moves of one instant come from two tables, which do not tell which was first: each begins where the last one ended. */
    private static List<Move> inSequence(List<Move> moves) {
        List<Move> left = new ArrayList<>(moves);
        List<Move> sequence = new ArrayList<>();
        while (!left.isEmpty()) {
            Move next = left.getFirst();
            if (!sequence.isEmpty()) {
                LeadStatus at = sequence.getLast().to();
                Instant instant = next.at();
                next = left.stream()
                        .takeWhile(move -> move.at().equals(instant))
                        .filter(move -> move.from() == at)
                        .findFirst()
                        .orElse(next);
            }
            left.remove(next);
            sequence.add(next);
        }
        return sequence;
    }

    /** A state that was passed through within one transaction is part of the history too. */
    private static void follow(List<Move> all, Move move) {
        LeadStatus from = move.from();
        if (from == null || from == move.to()) {
            return;
        }
        if (!from.next().contains(move.to())) {
            for (LeadStatus between : from.next()) {
                if (between.next().contains(move.to())) {
                    all.add(new Move(from, between, move.at(), move.who(), move.why()));
                    all.add(new Move(between, move.to(), move.at(), move.who(), move.why()));
                    return;
                }
            }
        }
        all.add(move);
    }

    private static @Nullable String whyAtFirst(Lead lead, LeadStatus first) {
        return switch (first) {
            case SPAM -> lead.spamRule() == null ? null : lead.spamRule().name();
            case REVIEW ->
                String.join(", ", lead.reviewReasons().stream().map(Enum::name).toList());
            case DUPLICATE -> lead.mergedInto() == null ? null : "says the same as " + lead.mergedInto();
            default -> null;
        };
    }
}
