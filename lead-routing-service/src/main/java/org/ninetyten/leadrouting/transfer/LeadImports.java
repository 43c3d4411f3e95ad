package org.ninetyten.leadrouting.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.database.Database;

/** All imports of leads. */
@ApplicationScoped
public class LeadImports {

    /** Class of the advisory locks of imports; the second number is drawn from the import's id. */
    private static final int LOCKS = 9012;

    /**
     * What is RUNNING without the lock of a reader was interrupted, whatever stopped the reader from saying so: the lock
     * ends with the reader's connection.
     */
    private static final String SELECT = """
            select i.*, state = 'RUNNING' and not exists (
                select 1 from pg_locks
                where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                  and classid = %d and objid = (hashtext(i.id::text)::bigint & 4294967295)::oid and granted) as stopped
            from lead_import i
            """.formatted(LOCKS);

    private final Database database;
    private final AgroalDataSource dataSource;

    LeadImports(Database database, AgroalDataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** Begins an import, unless this client has one under this key; says whether it did. */
    boolean begin(String client, String key, ImportFormat format, Instant now) {
        return database.update(
                        "insert into lead_import (id, client, key, format, state, created_at, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (client, key) do nothing",
                        UuidCreator.getTimeOrderedEpoch(),
                        client,
                        key,
                        format,
                        ImportState.INTERRUPTED,
                        now,
                        now)
                == 1;
    }

    LeadImport require(String client, String key) {
        return database.first(SELECT + "where client = ? and key = ?", LeadImports::read, client, key)
                .orElseThrow();
    }

    public Optional<LeadImport> find(UUID id) {
        return database.first(SELECT + "where id = ?", LeadImports::read, id);
    }

    /** Imports before the given one, or all, the newest first. */
    public List<LeadImport> list(@Nullable UUID before, int limit) {
        return database.query(
                SELECT + "where ?::uuid is null or id < ?::uuid order by id desc limit ?",
                LeadImports::read,
                before,
                before,
                limit);
    }

    void state(UUID id, ImportState state, @Nullable Long failedLine, @Nullable String failure, Instant now) {
        database.update(
                "update lead_import set state = ?, failed_line = ?::bigint, failure = ?, changed_at = ? where id = ?",
                state,
                failedLine,
                failure,
                now,
                id);
    }

    /** Notes a portion; false when somebody else has gone on from the same place. */
    boolean advance(UUID id, long from, long to, String digest, LeadImport.Counts more, Instant now) {
        return database.update(
                        """
                        update lead_import
                        set position = ?, digest = ?, taken = taken + ?, known = known + ?, merged = merged + ?,
                            review = review + ?, spam = spam + ?, rejected = rejected + ?, changed_at = ?
                        where id = ? and position = ?""",
                        to,
                        digest,
                        more.taken(),
                        more.known(),
                        more.merged(),
                        more.review(),
                        more.spam(),
                        more.rejected(),
                        now,
                        id,
                        from)
                == 1;
    }

    void reject(UUID id, List<LeadRows.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.update(
                "insert into lead_import_rejection (import_id, line, field, reason)"
                        + " select ?, * from unnest(?::bigint[], ?::text[], ?::text[])",
                id,
                Database.array("bigint", rows, LeadRows.Row::line),
                Database.array("text", rows, LeadRows.Row::field),
                Database.array("text", rows, LeadRows.Row::reason));
    }

    /**
     * Lets the index of the keys answer for new rows without their table, since the next portions are compared with them
     * and the database itself would come to it in a minute. Passed over while somebody else does it.
     */
    void vacuumKeys() {
        database.update("vacuum (skip_locked, index_cleanup off, truncate off) lead_key");
    }

    /** The import for one reader alone, as long as the reader's connection lives; nothing while there is another. */
    Optional<Reader> lock(UUID id) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                if (call(connection, "select pg_try_advisory_lock(?, hashtext(?))", id)) {
                    return Optional.of(new Reader(connection, id));
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new ImportFailed(e);
        }
    }

    private static boolean call(Connection connection, String lock, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            statement.setInt(1, LOCKS);
            statement.setString(2, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Holds an import for the one who reads its file. */
    static final class Reader implements AutoCloseable {

        private final Connection connection;
        private final UUID id;

        private Reader(Connection connection, UUID id) {
            this.connection = connection;
            this.id = id;
        }

        @Override
        public void close() {
            try (connection) {
                call(connection, "select pg_advisory_unlock(?, hashtext(?))", id);
            } catch (SQLException e) {
                throw new ImportFailed(e);
            }
        }
    }

    /** The database could not be asked. */
    static class ImportFailed extends RuntimeException {

        ImportFailed(SQLException cause) {
            super(cause);
        }
    }

    private static LeadImport read(ResultSet row) throws SQLException {
        long failedLine = row.getLong("failed_line");
        boolean hasFailedLine = !row.wasNull();
        return new LeadImport(
                Database.id(row, "id"),
                row.getString("client"),
                row.getString("key"),
                ImportFormat.valueOf(row.getString("format")),
                row.getBoolean("stopped") ? ImportState.INTERRUPTED : ImportState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getString("digest"),
                new LeadImport.Counts(
                        row.getLong("taken"),
                        row.getLong("known"),
                        row.getLong("merged"),
                        row.getLong("review"),
                        row.getLong("spam"),
                        row.getLong("rejected")),
                hasFailedLine ? failedLine : null,
                row.getString("failure"),
                Objects.requireNonNull(Database.instant(row, "created_at")),
                Objects.requireNonNull(Database.instant(row, "changed_at")));
    }
}
