package org.ninetyten.billing.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.billing.database.Database;
import org.ninetyten.messaging.Correlation;

/** The append-only record of every change of plans, rates, money and states by a person. */
@ApplicationScoped
public class Audit {

    private final Database database;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(Database database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** One change. */
    public record Entry(
            UUID id,
            Instant happenedAt,
            String who,
            String what,
            String object,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String why,
            @Nullable String correlationId) {}

    /** Where a page of entries ended. */
    public record Before(Instant happenedAt, UUID id) {}

    /**
     * Records a change in the caller's transaction.
     *
     * @param what the change, such as {@code split-plan.written}
     * @param object what was changed, such as {@code split-plan/2}
     * @param before written as JSON; null when there was nothing
     * @param after written as JSON; null when nothing is left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String who,
            String what,
            String object,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String why) {
        database.update(
                """
                insert into audit_record (id, happened_at, who, what, object, before, after, why, correlation_id)
                values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)""",
                UuidCreator.getTimeOrderedEpoch(),
                clock.instant(),
                who,
                what,
                object,
                write(before),
                write(after),
                why,
                Correlation.current());
    }

    /** A change of one object among several that were changed at once. */
    public record Change(
            String object,
            @Nullable Object before,
            @Nullable Object after) {}

    /** Records changes of the same kind for one reason in the caller's transaction, each as a record of its own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(String who, String what, Collection<Change> changes, @Nullable String why) {
        if (changes.isEmpty()) {
            return;
        }
        database.update(
                """
                insert into audit_record (id, happened_at, who, what, object, before, after, why, correlation_id)
                select id, ?, ?, ?, object, before::jsonb, after::jsonb, ?, ?
                  from unnest(?, ?, ?, ?) as c (id, object, before, after)""",
                clock.instant(),
                who,
                what,
                why,
                Correlation.current(),
                changes.stream()
                        .map(change -> UuidCreator.getTimeOrderedEpoch())
                        .toArray(UUID[]::new),
                changes.stream().map(Change::object).toArray(String[]::new),
                changes.stream().map(change -> write(change.before())).toArray(String[]::new),
                changes.stream().map(change -> write(change.after())).toArray(String[]::new));
    }

    /** The changes, newest first, of all objects or of one. */
    @Transactional
    public List<Entry> newest(@Nullable String object, int limit, @Nullable Before before) {
        return database.query(
                """
                select * from audit_record
                where (?::text is null or object = ?::text)
                    and (?::timestamptz is null or (happened_at, id) < (?::timestamptz, ?::uuid))
                order by happened_at desc, id desc limit ?""",
                this::read,
                object,
                object,
                before == null ? null : before.happenedAt(),
                before == null ? null : before.happenedAt(),
                before == null ? null : before.id(),
                limit);
    }

    private Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                Database.instant(row, "happened_at"),
                row.getString("who"),
                row.getString("what"),
                row.getString("object"),
                parse(row.getString("before")),
                parse(row.getString("after")),
                row.getString("why"),
                row.getString("correlation_id"));
    }

    private @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable JsonNode parse(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
