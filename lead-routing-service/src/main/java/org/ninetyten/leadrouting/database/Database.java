package org.ninetyten.leadrouting.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Runs single statements on the connection of the current transaction, or on one of their own outside of any. */
@ApplicationScoped
public class Database {

    private static final HexFormat HEX = HexFormat.of();

    /** So many bytes of rows go to PostgreSQL at a time. */
    static final int CHUNK = 32 << 10;

    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes a value of one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** An array parameter: the SQL name of its elements' type, and the elements. */
    public record SqlArray(String type, List<@Nullable Object> elements) {}

    public static SqlArray array(String type, Collection<? extends @Nullable Object> elements) {
        List<@Nullable Object> plain = new ArrayList<>();
        elements.forEach(element -> plain.add(plain(element)));
        return new SqlArray(type, plain);
    }

    public static <T> SqlArray array(String type, List<T> rows, Function<T, @Nullable Object> element) {
        List<@Nullable Object> plain = new ArrayList<>();
        rows.forEach(row -> plain.add(plain(element.apply(row))));
        return new SqlArray(type, plain);
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return query(sql, reader, parameters).stream().findFirst();
    }

    /** Takes the rows of one of several results. */
    public interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /**
     * Runs several queries in one round trip, each of which sees what was committed before it began.
     *
     * @param sql the queries, with a semicolon between them
     * @param readers takes the rows of each query, in their order
     * @param parameters of all queries, one after the other
     */
    public void queryEach(String sql, List<RowConsumer> readers, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            boolean more = statement.execute();
            for (RowConsumer reader : readers) {
                if (!more) {
                    throw new IllegalArgumentException("There are more readers than queries.");
                }
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        reader.accept(result);
                    }
                }
                more = statement.getMoreResults();
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** The number of rows written. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Runs one statement with many sets of parameters, in one round trip. */
    public void batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Writes what is copied, row by row. */
    public static final class CopyRow {

        private final StringBuilder text = new StringBuilder(2 * CHUNK);
        private boolean begun;

        /** Adds the value of the next column. */
        public CopyRow add(@Nullable Object value) {
            if (begun) {
                text.append('\t');
            }
            begun = true;
            switch (plain(value)) {
                case null -> text.append("\\N");
                case byte[] bytes -> HEX.formatHex(text.append("\\\\x"), bytes);
                case SqlArray array -> escape(literal(array));
                case UUID id -> text.append(id);
                case Number number -> text.append(number);
                case Object other -> escape(other.toString());
            }
            return this;
        }

        public void end() {
            text.append('\n');
            begun = false;
        }

        private void escape(String value) {
            int from = 0;
            for (int i = 0; i < value.length(); i++) {
                char character = value.charAt(i);
                if (character == '\\' || character == '\n' || character == '\r' || character == '\t') {
                    text.append(value, from, i)
                            .append('\\')
                            .append(
                                    switch (character) {
                                        case '\n' -> 'n';
                                        case '\r' -> 'r';
                                        case '\t' -> 't';
                                        default -> character;
                                    });
                    from = i + 1;
                }
            }
            text.append(value, from, value.length());
        }

        private static String literal(SqlArray array) {
            StringBuilder literal = new StringBuilder("{");
            for (Object element : array.elements()) {
                literal.append(literal.length() == 1 ? "" : ",");
                if (element == null) {
                    literal.append("NULL");
                } else {
                    String quoted = element.toString().replace("\\", "\\\\").replace("\"", "\\\"");
                    literal.append('"').append(quoted).append('"');
                }
            }
            return literal.append('}').toString();
        }

        private byte[] take() {
            byte[] taken = text.toString().getBytes(UTF_8);
            text.setLength(0);
            return taken;
        }
    }

    /**
     * Writes any number of rows in the fastest way that PostgreSQL has; it stores the first ones while the last ones are
     * written.
     *
     * @param into the table and its columns
     * @param writer writes none, one or several rows of an item
     */
    public <T> void copy(String into, Collection<T> items, BiConsumer<CopyRow, T> writer) {
        CopyRow rows = new CopyRow();
        stream("copy " + into + " from stdin", out -> {
            for (T item : items) {
                writer.accept(rows, item);
                if (rows.text.length() >= CHUNK) {
                    out.write(rows.take());
                }
            }
            out.write(rows.take());
        });
    }

    /** The same in the binary form, for columns of the few types that {@link BinaryRow} has. */
    public <T> void copyBinary(String into, Collection<T> items, BiConsumer<BinaryRow, T> writer) {
        if (items.isEmpty()) {
            return;
        }
        BinaryRow rows = new BinaryRow();
        stream("copy " + into + " from stdin (format binary)", out -> {
            for (T item : items) {
                writer.accept(rows, item);
                if (rows.size() >= CHUNK) {
                    out.write(rows.take());
                }
            }
            out.write(rows.end().take());
        });
    }

    private interface Source {
        void writeTo(CopyTarget target) throws SQLException;
    }

    private void stream(String sql, Source source) {
        try (Connection connection = dataSource.getConnection()) {
            CopyTarget target =
                    new CopyTarget(connection.unwrap(PGConnection.class).getCopyAPI(), sql);
            try {
                source.writeTo(target);
                target.end();
            } catch (RuntimeException | SQLException e) {
                target.cancel(e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** A COPY that begins with its first bytes. */
    private static final class CopyTarget {

        private final CopyManager manager;
        private final String sql;
        private @Nullable CopyIn copy;

        private CopyTarget(CopyManager manager, String sql) {
            this.manager = manager;
            this.sql = sql;
        }

        private void write(byte[] bytes) throws SQLException {
            if (bytes.length == 0) {
                return;
            }
            CopyIn running = copy;
            if (running == null) {
                running = manager.copyIn(sql);
                copy = running;
            }
            running.writeToCopy(bytes, 0, bytes.length);
        }

        private void end() throws SQLException {
            if (copy != null) {
                copy.endCopy();
            }
        }

        /** Without this the connection would wait for the rest. */
        private void cancel(Exception why) {
            try {
                if (copy != null && copy.isActive()) {
                    copy.cancelCopy();
                }
            } catch (SQLException e) {
                why.addSuppressed(e);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = plain(parameters[i]);
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case SqlArray array ->
                    statement.setArray(
                            i + 1,
                            connection.createArrayOf(
                                    array.type(), array.elements().toArray()));
                default -> statement.setObject(i + 1, value);
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }

    public static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
