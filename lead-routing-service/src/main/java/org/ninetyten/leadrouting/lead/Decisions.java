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
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.Filter;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.Step;

/** The stored explanations: why each lead went where it went. They are written once and never changed. */
@ApplicationScoped
public class Decisions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<Filter, Integer>> COUNTS = new TypeReference<>() {};
    private static final int UNKNOWN_DISTANCE = -1;

    private final Database database;

    Decisions(Database database) {
        this.database = database;
    }

    /**
     * A decision as it was made.
     *
     * @param decidedBy who decided at the desk, or nothing when routing did
     * @param waitingSince when each row's partner had its last turn, in the order of the rows
     */
    public record Stored(
            UUID id,
            RoutingDecision decision,
            List<@Nullable Instant> waitingSince,
            Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String why) {}

    void keep(List<Stored> decisions) {
        database.batch("""
                insert into routing_decision (id, lead_id, policy_version, step, partner_id, decided_at, decided_by, why,
                    failed, row_partner, row_km, row_weight, row_credit_before, row_credit_after, row_waiting_since,
                    row_failed)
                values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)""", decisions.stream().map(Decisions::columns).toList());
    }

    private static @Nullable Object[] columns(Stored stored) {
        RoutingDecision decision = stored.decision();
        List<RoutingDecision.Row> rows = decision.rows();
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
            Database.array("integer", rows, row -> row.kilometres() == null ? UNKNOWN_DISTANCE : row.kilometres()),
            Database.array("integer", rows, RoutingDecision.Row::weight),
            Database.array("bigint", rows, RoutingDecision.Row::creditBefore),
            Database.array("bigint", rows, RoutingDecision.Row::creditAfter),
            Database.array("timestamptz", stored.waitingSince()),
            Database.array("text", rows, RoutingDecision.Row::failed)
        };
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
        List<RoutingDecision.Row> rows = new ArrayList<>();
        List<@Nullable Instant> waitingSince = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            String reason = failed[i];
            rows.add(new RoutingDecision.Row(
                    partners[i],
                    kilometres[i] == UNKNOWN_DISTANCE ? null : kilometres[i],
                    weights[i],
                    before[i],
                    after[i],
                    reason == null ? null : Filter.valueOf(reason)));
            waitingSince.add(waiting[i] == null ? null : waiting[i].toInstant());
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
                waitingSince,
                java.util.Objects.requireNonNull(decidedAt),
                row.getString("decided_by"),
                row.getString("why"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T elements(Array array) throws SQLException {
        return (T) array.getArray();
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
