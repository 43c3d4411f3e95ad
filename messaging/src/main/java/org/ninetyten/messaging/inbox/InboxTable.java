package org.ninetyten.messaging.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The SQL of the inbox. Reads and writes in the transaction of the caller. */
@ApplicationScoped
class InboxTable {

    /** Sorted, so that two deliveries of the same events wait for one another instead of forming a deadlock. */
    private static final String INSERT = """
            insert into inbox as known (event_id, consumer, topic, status, received_at, delete_after)
            select distinct event_id, ?, ?, ?, ?::timestamptz, ?::timestamptz
            from unnest(?::uuid[]) as arrived (event_id)
            order by event_id
            """;

    private static final String UNLESS_SEEN = INSERT + "on conflict do nothing returning event_id";

    private static final String UNLESS_APPLIED = INSERT + """
            on conflict (event_id, consumer) do update
            set status = excluded.status, received_at = excluded.received_at, delete_after = excluded.delete_after
            where known.status = 'DEAD_LETTERED'
            returning event_id""";

    private static final String DELETE_EXPIRED = """
            delete from inbox
            where ctid in (select ctid from inbox where delete_after < ? limit 10000)""";

    private final AgroalDataSource dataSource;
    private final InboxConfig config;
    private final Clock clock;

    InboxTable(AgroalDataSource dataSource, InboxConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    enum Status {
        APPLIED,
        DEAD_LETTERED
    }

    /** Notes the events and answers those that this consumer has not seen in any way. */
    Set<UUID> noteUnseen(String consumer, String topic, Status status, Collection<UUID> ids) {
        return note(UNLESS_SEEN, consumer, topic, status, ids);
    }

    /** Notes events that are sent once more on purpose and answers those that have not been applied. */
    Set<UUID> noteUnapplied(String consumer, String topic, Status status, Collection<UUID> ids) {
        return note(UNLESS_APPLIED, consumer, topic, status, ids);
    }

    private Set<UUID> note(String sql, String consumer, String topic, Status status, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, consumer);
            insert.setString(2, topic);
            insert.setString(3, status.name());
            insert.setObject(4, now);
            insert.setObject(5, now.plus(config.retention()));
            insert.setArray(6, connection.createArrayOf("uuid", ids.toArray()));
            Set<UUID> noted = HashSet.newHashSet(ids.size());
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    noted.add(rows.getObject(1, UUID.class));
                }
            }
            return noted;
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
    }

    /** Deletes what is older than the retention, in batches that each commit on their own. */
    int deleteExpired() {
        int total = 0;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE_EXPIRED)) {
            int deleted;
            do {
                delete.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                deleted = delete.executeUpdate();
                total += deleted;
            } while (deleted > 0);
        } catch (SQLException e) {
            throw new InboxUnavailable(e);
        }
        return total;
    }
}
