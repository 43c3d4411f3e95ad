package org.ninetyten.messaging.inbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An effect that can be counted: one row per applied event. */
@ApplicationScoped
class Things {

    private final AgroalDataSource dataSource;

    Things(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void create() {
        execute("create table if not exists inbox_effect (seq bigint generated always as identity, name text, n int)");
    }

    @Transactional
    void happened(ThingHappened happened) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into inbox_effect (name, n) values (?, ?)")) {
            insert.setString(1, happened.thing());
            insert.setInt(2, happened.n());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Integer> of(String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select n from inbox_effect where name = ? order by seq")) {
            query.setString(1, name);
            List<Integer> numbers = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    numbers.add(result.getInt(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String status(UUID event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select status from inbox where event_id = ? and consumer = 'sample'")) {
            query.setObject(1, event);
            try (ResultSet result = query.executeQuery()) {
                return result.next() ? result.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Inserts into the inbox that wait for the transaction of another one. */
    long waitingInserts() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like 'insert into inbox%'""")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
