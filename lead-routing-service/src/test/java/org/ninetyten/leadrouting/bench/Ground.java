package org.ninetyten.leadrouting.bench;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.ninetyten.testing.RealServers;
import org.ninetyten.testing.bench.Figures;

/** What the benchmarks of this module stand on: durable servers and a connection past the service. */
final class Ground implements AutoCloseable {

    private static final String DEADLOCK = "40P01";

    /** Nobody publishes: the rows of the outbox stay and can be counted. */
    public static class WithoutRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ninetyten.outbox.relay.enabled", "false");
        }
    }

    final Connection connection;

    private Ground(Connection connection) {
        this.connection = connection;
    }

    static Ground open() throws SQLException {
        Connection connection = DriverManager.getConnection(RealServers.jdbcUrl(), "postgres", "postgres");
        Figures.requireDurable(connection);
        return new Ground(connection);
    }

    /** Takes all leads and what hangs on them away, past the guards of what is append-only. */
    void clear() throws SQLException {
        run("set session_replication_role = replica");
        // The service looks at these tables all the time; whoever comes too late for one of them begins anew.
        for (int tries = 5; !truncated(); tries--) {
            if (tries == 0) {
                throw new IllegalStateException("The tables cannot be emptied beside what the service reads.");
            }
        }
        run("set session_replication_role = origin");
        run("checkpoint");
    }

    private boolean truncated() throws SQLException {
        try {
            run("truncate lead, customer, lead_key, lead_import, outbox, idempotency_key cascade");
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    void require(String invariant, long expected, String sql) throws SQLException {
        long actual = count(sql);
        if (actual != expected) {
            throw new IllegalStateException(invariant + ": " + actual + " instead of " + expected);
        }
    }

    /** A setting of the benchmark, such as how many rows; smaller ones are for trying it out. */
    static int setting(String name, int otherwise) {
        return Integer.getInteger("bench." + name, otherwise);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
