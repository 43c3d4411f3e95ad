package org.ninetyten.leadrouting.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ninetyten.leadrouting.database.Database;

/** The signals of all trials, and which trials have new ones. */
@ApplicationScoped
class UsageSignals {

    /**
     * One statement for any number of signals. Rows go in in the order of their key, so that two batches with the same
     * signals wait for each other and never deadlock.
     */
    private static final String STORE = """
            with item as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                    with ordinality as item (trial, signal_id, type, value, occurred_at, ordinal)),
            found as (
                select item.*, trial.id as trial_id from item left join trial on trial.external_id = item.trial),
            stored as (
                insert into usage_signal (trial_id, signal_id, type, value, occurred_at, received_at)
                select distinct on (trial_id, signal_id) trial_id, signal_id, type, value, occurred_at, ?
                from found where trial_id is not null order by trial_id, signal_id, ordinal
                on conflict do nothing
                returning trial_id, signal_id),
            due as (
                insert into trial_to_score (trial_id, arrived_at) select distinct trial_id, ?::timestamptz from stored)
            select found.trial_id is not null as known_trial,
                stored.signal_id is not null
                    and row_number() over (partition by found.trial_id, found.signal_id order by ordinal) = 1 as is_new
            from found left join stored on stored.trial_id = found.trial_id and stored.signal_id = found.signal_id
            order by found.ordinal""";

    private static final String TAKE_DUE = """
            delete from trial_to_score
            where position in (select position from trial_to_score order by position limit ? for update skip locked)
            returning trial_id""";

    private static final String FORGET = """
            delete from usage_signal
            where (trial_id, signal_id) in (
                select trial_id, signal_id from usage_signal where received_at < ?
                order by received_at limit ? for update skip locked)""";

    private final Database database;

    UsageSignals(Database database) {
        this.database = database;
    }

    /** A signal and the external id of its trial. */
    record Addressed(String trialExternalId, UsageSignal signal) {}

    enum Outcome {
        STORED,
        KNOWN,
        UNKNOWN_TRIAL
    }

    /** Stores what is new and says of each signal what became of it. */
    List<Outcome> store(List<Addressed> signals, Instant now) {
        return database.query(
                STORE,
                row -> !row.getBoolean("known_trial")
                        ? Outcome.UNKNOWN_TRIAL
                        : row.getBoolean("is_new") ? Outcome.STORED : Outcome.KNOWN,
                Database.array("text", signals, Addressed::trialExternalId),
                Database.array("text", signals, item -> item.signal().id()),
                Database.array("text", signals, item -> item.signal().type()),
                Database.array("bigint", signals, item -> item.signal().value()),
                Database.array("timestamptz", signals, item -> item.signal().occurredAt()),
                now,
                now);
    }

    /**
     * Takes trials with new signals off the list. Their signals are committed; what arrives later puts the trial on the
     * list again, so none is missed.
     */
    Taken takeDue(int limit) {
        List<UUID> rows = database.query(TAKE_DUE, row -> Database.id(row, "trial_id"), limit);
        return new Taken(rows.size(), rows.stream().distinct().toList());
    }

    /** How many entries were taken off the list, and which trials they name. */
    record Taken(int entries, List<UUID> trials) {}

    /** The signals of the trials that occurred after the instant. */
    Map<UUID, List<UsageSignal>> after(Instant start, Collection<UUID> trials) {
        Map<UUID, List<UsageSignal>> signals = new HashMap<>();
        database.query(
                "select trial_id, signal_id, type, value, occurred_at from usage_signal"
                        + " where trial_id = any(?) and occurred_at > ?",
                row -> signals.computeIfAbsent(Database.id(row, "trial_id"), trial -> new ArrayList<>())
                        .add(signal(row)),
                Database.array("uuid", trials),
                start);
        return signals;
    }

    /** Deletes signals that came before the instant, one portion; says how many. */
    int forgetBefore(Instant instant, int limit) {
        return database.update(FORGET, instant, limit);
    }

    private static UsageSignal signal(ResultSet row) throws SQLException {
        return new UsageSignal(
                row.getString("signal_id"),
                SignalType.valueOf(row.getString("type")),
                row.getLong("value"),
                Objects.requireNonNull(Database.instant(row, "occurred_at")));
    }
}
