package org.ninetyten.leadrouting.lead;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;
import org.ninetyten.leadrouting.routing.PartnerNumbers;
import org.ninetyten.leadrouting.routing.RoutingDecision;
import org.ninetyten.leadrouting.routing.Step;
import org.ninetyten.leadrouting.routing.Trace;

/**
 * The stored explanations: why each lead went where it went. They are written once and never changed. What decided about
 * each candidate is one {@link Trace}, so that a million decisions take less than a gigabyte.
 */
@ApplicationScoped
@Transactional
public class Decisions {

    private final Database database;
    private final PartnerNumbers numbers;

    Decisions(Database database, PartnerNumbers numbers) {
        this.database = database;
        this.numbers = numbers;
    }

    /**
     * A decision as it was made.
     *
     * @param decidedAt to the microsecond
     * @param decidedBy who decided at the desk, or nothing when routing did
     */
    public record Stored(
            UUID id,
            RoutingDecision decision,
            Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String why) {}

    void keep(List<Stored> decisions) {
        keep(trace(decisions));
    }

    /** Decisions, and their traces as soon as they are written. */
    record Traced(List<Stored> decisions, Future<List<byte[]>> traces) {}

    /**
     * Begins to write the traces on another thread, so that the caller can see to its other rows meanwhile: traces take as
     * long as the database takes for those.
     */
    Traced trace(List<Stored> decisions) {
        ToLongFunction<UUID> numberOf =
                numbers.of(decisions.stream().map(Stored::decision).toList());
        FutureTask<List<byte[]>> traces = new FutureTask<>(() -> decisions.stream()
                .map(stored -> Trace.write(stored.decision(), stored.decidedAt(), numberOf))
                .toList());
        Thread.startVirtualThread(traces);
        return new Traced(decisions, traces);
    }

    void keep(Traced traced) {
        Iterator<byte[]> traces = await(traced.traces()).iterator();
        database.copy(
                "routing_decision (id, lead_id, partner_id, decided_at, policy_version, step, trace, decided_by, why)",
                traced.decisions(),
                (row, stored) -> row.add(stored.id())
                        .add(stored.decision().leadId())
                        .add(stored.decision().partnerId())
                        .add(stored.decidedAt())
                        .add(stored.decision().policyVersion())
                        .add(stored.decision().step())
                        .add(traces.next())
                        .add(stored.decidedBy())
                        .add(stored.why())
                        .end());
    }

    private static List<byte[]> await(Future<List<byte[]>> traces) {
        try {
            return traces.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A trace could not be written.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while traces were written.", e);
        }
    }

    /** All decisions about a lead, the first one first. */
    public List<Stored> of(UUID leadId) {
        return read("select * from routing_decision where lead_id = ? order by id", leadId);
    }

    /** One decision about a lead. */
    public Optional<Stored> find(UUID leadId, UUID id) {
        return read("select * from routing_decision where lead_id = ? and id = ?", leadId, id).stream()
                .findFirst();
    }

    private List<Stored> read(String sql, Object... parameters) {
        List<Kept> kept = database.query(sql, Decisions::kept, parameters);
        Set<Integer> used = new HashSet<>();
        for (Kept one : kept) {
            for (long number : Trace.partners(one.trace)) {
                used.add((int) number);
            }
        }
        Map<Integer, UUID> partners = used.isEmpty() ? Map.of() : numbers.partners(used);
        return kept.stream().map(one -> one.stored(partners)).toList();
    }

    private static final class Kept {

        private final Stored withoutRows;
        private final byte[] trace;

        private Kept(Stored withoutRows, byte[] trace) {
            this.withoutRows = withoutRows;
            this.trace = trace;
        }

        private Stored stored(Map<Integer, UUID> partners) {
            RoutingDecision decision = withoutRows.decision();
            Trace.Contents contents = Trace.read(
                    trace, withoutRows.decidedAt(), number -> Objects.requireNonNull(partners.get(number.intValue())));
            return new Stored(
                    withoutRows.id(),
                    new RoutingDecision(
                            decision.leadId(),
                            decision.policyVersion(),
                            decision.step(),
                            decision.partnerId(),
                            contents.rows(),
                            contents.failed(),
                            contents.sellers()),
                    withoutRows.decidedAt(),
                    withoutRows.decidedBy(),
                    withoutRows.why());
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Stored(
                        Database.id(row, "id"),
                        new RoutingDecision(
                                Database.id(row, "lead_id"),
                                row.getInt("policy_version"),
                                Step.valueOf(row.getString("step")),
                                Database.uuid(row, "partner_id"),
                                List.of(),
                                Map.of()),
                        Objects.requireNonNull(Database.instant(row, "decided_at")),
                        row.getString("decided_by"),
                        row.getString("why")),
                row.getBytes("trace"));
    }
}
