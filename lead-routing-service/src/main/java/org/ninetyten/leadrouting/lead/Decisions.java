package org.ninetyten.leadrouting.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.Score;
import org.ninetyten.leadrouting.routing.Standing;
import org.ninetyten.leadrouting.routing.Step;

/** The stored explanations: why each lead went where it went. They are written once and never changed. */
@ApplicationScoped
public class Decisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<Filter, Integer>> COUNTS = new TypeReference<>() {};
    private static final int UNKNOWN_DISTANCE = -1;
    private static final int SCORE_PARTS = 6;

    private final Database database;

    Decisions(Database database) {
        this.database = database;
    }

    /**
     * A decision as it was made.
     *
     * @param decidedBy who decided at the desk, or nothing when routing did
     */
    public record Stored(
            UUID id,
            RoutingDecision decision,
            Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String why) {}

    void keep(List<Stored> decisions) {
        database.batch("""
                insert into routing_decision (id, lead_id, policy_version, step, partner_id, decided_at, decided_by, why,
                    failed, row_partner, row_km, row_weight, row_credit_before, row_credit_after, row_waiting_since,
                    row_failed, row_before, row_score, row_load, row_opening, row_in_band)
                values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", decisions.stream().map(Decisions::columns).toList());
    }

    private static @Nullable Object[] columns(Stored stored) {
        RoutingDecision decision = stored.decision();
        List<RoutingDecision.Row> rows = decision.rows();
        List<Standing> standings =
                rows.stream().map(RoutingDecision.Row::standing).toList();
        return new @Nullable Object[] {
            stored.id(),
            decision.leadId(),
            decision.policyVersion(),
            decision.step(),
            decision.partnerId(),
            stored.decidedAt(),
            stored.decidedBy(),
            stored.why(),
            write(decision.failed()),
            Database.array("uuid", rows, RoutingDecision.Row::partnerId),
            Database.array("integer", standings, one -> one.kilometres() == null ? UNKNOWN_DISTANCE : one.kilometres()),
            Database.array("integer", standings, Standing::weight),
            Database.array("bigint", rows, RoutingDecision.Row::creditBefore),
            Database.array("bigint", rows, RoutingDecision.Row::creditAfter),
            Database.array("timestamptz", standings, Standing::lastTurnAt),
            Database.array("text", standings, Standing::failed),
            Database.array("text", standings, Standing::before),
            Database.array(
                    "integer", standings.stream().flatMap(Decisions::parts).toList()),
            Database.array("integer", standings, Standing::load),
            Database.array("integer", standings, Standing::openingLeads),
            Database.array("boolean", rows, RoutingDecision.Row::inBand)
        };
    }

    private static Stream<Integer> parts(Standing standing) {
        Score score = standing.score();
        return Stream.of(
                score.competency(),
                score.distance(),
                score.responseRecord(),
                score.winRate(),
                score.headroom(),
                score.total());
    }

    /** All decisions about a lead, the first one first. */
    public List<Stored> of(UUID leadId) {
        return database.query("select * from routing_decision where lead_id = ? order by id", Decisions::read, leadId);
    }

    private static Stored read(ResultSet row) throws SQLException {
        UUID[] partners = elements(row.getArray("row_partner"));
        Integer[] kilometres = elements(row.getArray("row_km"));
        Integer[] weights = elements(row.getArray("row_weight"));
        Long[] before = elements(row.getArray("row_credit_before"));
        Long[] after = elements(row.getArray("row_credit_after"));
        java.sql.Timestamp[] waiting = elements(row.getArray("row_waiting_since"));
        @Nullable String[] failed = elements(row.getArray("row_failed"));
        @Nullable String[] steps = elements(row.getArray("row_before"));
        Integer[] scores = elements(row.getArray("row_score"));
        Integer[] loads = elements(row.getArray("row_load"));
        Integer[] openings = elements(row.getArray("row_opening"));
        Boolean[] inBand = elements(row.getArray("row_in_band"));
        List<RoutingDecision.Row> rows = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            String reason = failed[i];
            String step = steps[i];
            Standing standing = new Standing(
                    partners[i],
                    step == null ? null : Step.valueOf(step),
                    reason == null ? null : Filter.valueOf(reason),
                    kilometres[i] == UNKNOWN_DISTANCE ? null : kilometres[i],
                    score(scores, SCORE_PARTS * i),
                    weights[i],
                    before[i],
                    waiting[i] == null ? null : waiting[i].toInstant(),
                    loads[i],
                    openings[i]);
            rows.add(new RoutingDecision.Row(standing, inBand[i], after[i]));
        }
        Instant decidedAt = Database.instant(row, "decided_at");
        return new Stored(
                Database.id(row, "id"),
                new RoutingDecision(
                        Database.id(row, "lead_id"),
                        row.getInt("policy_version"),
                        Step.valueOf(row.getString("step")),
                        Database.uuid(row, "partner_id"),
                        rows,
                        counts(row.getString("failed"))),
                java.util.Objects.requireNonNull(decidedAt),
                row.getString("decided_by"),
                row.getString("why"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T elements(Array array) throws SQLException {
        return (T) array.getArray();
    }

    private static Score score(Integer[] parts, int from) {
        return new Score(
                parts[from], parts[from + 1], parts[from + 2], parts[from + 3], parts[from + 4], parts[from + 5]);
    }

    private static String write(Map<Filter, Integer> counts) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(counts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Filter, Integer> counts(String json) {
        try {
            return JSON.readValue(json, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
