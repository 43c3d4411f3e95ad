package org.ninetyten.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.ninetyten.messaging.Backoff;
import org.ninetyten.messaging.EventHeaders;
import org.ninetyten.messaging.EventJson;
import org.ninetyten.messaging.outbox.OutboxRow.Lane;

/**
 * The SQL of the relay, on the connection that belongs to it alone. The lock of the active relay lives in the session of
 * this connection: who loses the connection loses the lock, and can then delete nothing either.
 */
final class OutboxRows implements AutoCloseable {

    static final String CHANNEL = "ninetyten_outbox";

    /** Any number will do as long as every instance uses the same one; the lock counts per database. */
    private static final long LOCK = 0x6E69_6E65_7479L;

    /**
     * What remains, oldest first, and never "everything after position x": a lower position may commit later. Left out
     * are the rows in flight, topics on hold, and the lanes that wait behind a row that Kafka refused.
     */
    private static final String READ = """
            select position, event_id, topic, message_key, type, payload, raw_payload, headers, occurred_at,
                forwarded
            from outbox
            where position <> all (?)
              and topic <> all (?)
              and (topic, message_key) not in (select topic, message_key from outbox where retry_at > now())
            order by position
            limit ?""";

    private static final String DELETE = "delete from outbox where position = any (?)";

    private static final String REFUSED = """
            update outbox
            set attempts = attempts + 1,
                retry_at = case when attempts + 1 >= ? then 'infinity'
                    else now() + least(? * 2 ^ least(attempts, 20), ?) * interval '1 millisecond' end,
                parked_at = case when attempts + 1 >= ? then now() end,
                park_reason = ?
            where position = ?
            returning parked_at is not null""";

    /** Enough for a full batch of ordinary events; larger ones make smaller batches, not a larger heap. */
    private static final long MOST_BYTES = 16L << 20;

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final Connection connection;
    private final byte[] source;
    private int fetchSize = 100;
    private boolean lastReadWasCut;
    private String lastHeaderText = "{}";
    private Map<String, String> lastHeaders = Map.of();

    private OutboxRows(Connection connection, String source) {
        this.connection = connection;
        this.source = source.getBytes(UTF_8);
    }

    static OutboxRows on(ConnectionSource connections, String source) throws SQLException {
        Connection connection = connections.open();
        try {
            prepare(connection);
            return new OutboxRows(connection, source);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            // A lost delete only means that rows are sent twice, so it need not wait for the disk.
            settings.execute("set synchronous_commit = off");
            // Statistics of a table that is empty most of the time lead the planner astray when it is not.
            settings.execute("set enable_seqscan = off");
            settings.execute("set enable_sort = off");
            // A relay whose machine has vanished must not keep the lock for the two hours that TCP would.
            settings.execute("set tcp_keepalives_idle = 5");
            settings.execute("set tcp_keepalives_interval = 5");
            settings.execute("set tcp_keepalives_count = 3");
        }
        connection.setAutoCommit(false);
    }

    /** Becomes the active relay if there is none. */
    boolean tryLock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                boolean locked = result.next() && result.getBoolean(1);
                connection.commit();
                return locked;
            }
        }
    }

    /** Fails if the connection, and with it the lock, is gone. */
    void checkStillActive() throws SQLException {
        try (Statement check = connection.createStatement()) {
            check.execute("select 1");
            connection.commit();
        }
    }

    /** Tells the active relay of another instance that there are new rows. */
    void wakeActiveRelay() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("notify " + CHANNEL);
            connection.commit();
        }
    }

    List<OutboxRow> read(int limit, long[] inFlight, Collection<String> topicsOnHold) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setFetchSize(fetchSize);
            read.setArray(1, connection.createArrayOf("bigint", box(inFlight)));
            read.setArray(2, connection.createArrayOf("text", topicsOnHold.toArray()));
            read.setInt(3, limit);
            try (ResultSet result = read.executeQuery()) {
                while (bytes < MOST_BYTES && result.next()) {
                    OutboxRow row = row(result);
                    rows.add(row);
                    byte[] value = row.message().value();
                    bytes += value == null ? 0 : value.length;
                }
            }
        }
        connection.commit();
        lastReadWasCut = rows.size() == limit || bytes >= MOST_BYTES;
        if (!rows.isEmpty()) {
            fetchSize = Math.clamp(MOST_BYTES * rows.size() / (bytes + 1), 10, limit);
        }
        return rows;
    }

    /** Whether the last read ended at a limit, so that there is probably more. */
    boolean lastReadWasCut() {
        return lastReadWasCut;
    }

    void delete(long[] positions) throws SQLException {
        if (positions.length == 0) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", box(positions)));
            delete.executeUpdate();
        }
        connection.commit();
    }

    /** Notes that Kafka refused the row; true if that was once too often and the row is parked now. */
    boolean refused(long position, String reason, int mostAttempts, Backoff backoff) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REFUSED)) {
            update.setInt(1, mostAttempts);
            update.setLong(2, backoff.first().toMillis());
            update.setLong(3, backoff.longest().toMillis());
            update.setInt(4, mostAttempts);
            update.setString(5, reason);
            update.setLong(6, position);
            try (ResultSet result = update.executeQuery()) {
                boolean parked = result.next() && result.getBoolean(1);
                connection.commit();
                return parked;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private OutboxRow row(ResultSet result) throws SQLException {
        String topic = result.getString(3);
        String key = result.getString(4);
        byte[] payload = result.getBytes(6);
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                topic, key.isEmpty() ? null : key.getBytes(UTF_8), payload == null ? result.getBytes(7) : payload);
        Map<String, String> own = headers(result.getString(8));
        Headers headers = message.headers();
        if (!result.getBoolean(10)) {
            headers.add(EventHeaders.SPEC_VERSION, SPEC_VERSION);
            headers.add(EventHeaders.ID, result.getString(2).getBytes(UTF_8));
            headers.add(EventHeaders.TYPE, result.getString(5).getBytes(UTF_8));
            headers.add(EventHeaders.SOURCE, source);
            String time = result.getObject(9, OffsetDateTime.class).toInstant().toString();
            headers.add(EventHeaders.TIME, time.getBytes(UTF_8));
            headers.add(EventHeaders.SUBJECT, key.getBytes(UTF_8));
            headers.add(EventHeaders.CONTENT_TYPE, JSON);
        }
        own.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return new OutboxRow(result.getLong(1), new Lane(topic, key), message);
    }

    /** Rows of one transaction carry the same headers, so the last ones are usually the next ones. */
    private Map<String, String> headers(String text) {
        if (!text.equals(lastHeaderText)) {
            lastHeaders = EventJson.readTexts(text);
            lastHeaderText = text;
        }
        return lastHeaders;
    }

    private static Object[] box(long[] values) {
        Object[] boxed = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }
}
