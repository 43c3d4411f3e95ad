package org.ninetyten.leadrouting.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL carries out what the service asks of it. Each statement is explained just before it is run: on its
 * connection, in its transaction and with its parameters, as a prepared statement of the server, so that after the fifth
 * time the plan is the one that the service gets for good. What the explanation did is undone.
 */
final class QueryPlans implements ObservedDriver.Watcher {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLANNED = Pattern.compile("(?is)^\\s*(with|select|insert|update|delete|merge)\\b.*");
    private static final Pattern PROXY = Pattern.compile("_(Subclass|ClientProxy|Bean)$|\\$.*$");

    private final Map<String, Seen> seen = new TreeMap<>();

    /** A plan as it was at the most expensive run of a statement. */
    static final class Seen {

        final String caller;
        final String sql;
        int runs;
        double millis;
        long rows;
        long blocks = -1;
        String plan = "";
        final Set<String> scanned = new TreeSet<>();

        @Nullable
        String failure;

        Seen(String caller, String sql) {
            this.caller = caller;
            this.sql = sql;
        }
    }

    synchronized Collection<Seen> all() {
        return List.copyOf(seen.values());
    }

    @Override
    public void before(
            Connection connection, Map<String, String> prepared, String sql, Map<Integer, @Nullable Object> parameters)
            throws SQLException {
        String caller = caller();
        int used = 0;
        for (String one : statements(sql)) {
            Numbered numbered = Numbered.of(one);
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= numbered.parameters; i++) {
                values.add(parameters.get(used + i));
            }
            used += numbered.parameters;
            if (PLANNED.matcher(one).matches()) {
                explain(connection, prepared, caller, numbered.sql, values);
            }
        }
    }

    private void explain(
            Connection connection,
            Map<String, String> prepared,
            String caller,
            String sql,
            List<@Nullable Object> values)
            throws SQLException {
        boolean alone = connection.getAutoCommit();
        if (alone) {
            connection.setAutoCommit(false);
        }
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            String types =
                    String.join(", ", values.stream().map(QueryPlans::type).toList());
            String name = prepared.get(types + sql);
            if (name == null) {
                name = "explained_" + prepared.size();
                statement.execute("prepare " + name + (values.isEmpty() ? "" : " (" + types + ")") + " as " + sql);
                prepared.put(types + sql, name);
            }
            String literals =
                    String.join(", ", values.stream().map(QueryPlans::literal).toList());
            try (ResultSet plan = statement.executeQuery("explain (analyze, buffers, format json) execute " + name
                    + (values.isEmpty() ? "" : " (" + literals + ")"))) {
                plan.next();
                keep(caller, sql, JSON.readTree(plan.getString(1)).get(0));
            }
        } catch (SQLException | JsonProcessingException e) {
            synchronized (this) {
                of(caller, sql).failure = e.getMessage();
            }
        } finally {
            connection.rollback(before);
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private Seen of(String caller, String sql) {
        return seen.computeIfAbsent(caller + " " + sql, any -> new Seen(caller, sql));
    }

    private synchronized void keep(String caller, String sql, JsonNode explained) {
        Seen one = of(caller, sql);
        one.runs++;
        JsonNode top = explained.path("Plan");
        Set<String> ways = new TreeSet<>();
        walk(top, ways, one.scanned);
        long blocks = top.path("Shared Hit Blocks").asLong()
                + top.path("Shared Read Blocks").asLong();
        one.millis = Math.max(one.millis, explained.path("Execution Time").asDouble());
        if (blocks > one.blocks) {
            one.blocks = blocks;
            one.rows = Math.round(top.path("Actual Rows").asDouble());
            one.plan = top.path("Node Type").asText() + (ways.isEmpty() ? "" : ": " + String.join(", ", ways));
        }
    }

    private static void walk(JsonNode node, Set<String> ways, Set<String> scanned) {
        String type = node.path("Node Type").asText();
        if (node.path("Actual Loops").asLong() > 0) {
            if (node.has("Index Name")) {
                ways.add(node.path("Index Name").asText());
            } else if (type.equals("Seq Scan")) {
                ways.add("all of " + node.path("Relation Name").asText());
                scanned.add(node.path("Relation Name").asText());
            }
        }
        for (JsonNode below : node.path("Plans")) {
            walk(below, ways, scanned);
        }
    }

    /** The method of the service, or of the modules beneath it, that asks. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("org.ninetyten.")
                                && !frame.getClassName().startsWith("org.ninetyten.leadrouting.bench.")
                                && !frame.getClassName().startsWith("org.ninetyten.leadrouting.database.")
                                && !frame.getMethodName().contains("$")
                                && !PROXY.matcher(frame.getClassName()).find())
                        .findFirst()
                        .map(frame -> frame.getClassName()
                                        .substring(frame.getClassName().lastIndexOf('.') + 1) + "."
                                + frame.getMethodName())
                        .orElse("the framework"));
    }

    private static List<String> statements(String sql) {
        List<String> statements = new ArrayList<>();
        StringBuilder one = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char letter = sql.charAt(i);
            quoted ^= letter == '\'';
            if (letter == ';' && !quoted) {
                statements.add(one.toString());
                one.setLength(0);
            } else {
                one.append(letter);
            }
        }
        statements.add(one.toString());
        return statements;
    }

    /** A statement with its parameters as the server numbers them. */
    private record Numbered(String sql, int parameters) {

        private static Numbered of(String sql) {
            StringBuilder numbered = new StringBuilder();
            int parameters = 0;
            boolean quoted = false;
            for (int i = 0; i < sql.length(); i++) {
                char letter = sql.charAt(i);
                quoted ^= letter == '\'';
                if (letter == '?' && !quoted) {
                    numbered.append('$').append(++parameters);
                } else {
                    numbered.append(letter);
                }
            }
            return new Numbered(numbered.toString(), parameters);
        }
    }

    private static String type(@Nullable Object value) {
        try {
            return switch (value) {
                case null -> "unknown";
                case UUID _ -> "uuid";
                case OffsetDateTime _, Instant _, Timestamp _ -> "timestamptz";
                case LocalDate _, Date _ -> "date";
                case Short _ -> "int2";
                case Integer _ -> "int4";
                case Long _ -> "int8";
                case Double _ -> "float8";
                case Boolean _ -> "bool";
                case BigDecimal _ -> "numeric";
                case byte[] _ -> "bytea";
                case Array array -> array.getBaseTypeName() + "[]";
                default -> "varchar";
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "'\\x" + java.util.HexFormat.of().formatHex(bytes) + "'";
            case Timestamp timestamp -> "'" + timestamp.toInstant() + "'";
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }

    /** One line for each statement, in the order of who asks. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("| Asked by | Statement | Plan | Rows | ms | Blocks |");
        lines.add("|---|---|---|--:|--:|--:|");
        for (Seen one : all()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | `%s` | %s | %d | %.2f | %d |",
                    one.caller,
                    head(one.sql),
                    one.failure == null ? one.plan : "not explained: " + one.failure,
                    one.rows,
                    one.millis,
                    Math.max(0, one.blocks)));
        }
        return lines;
    }

    static String head(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ").replace("|", "\\|");
        return line.length() <= 70 ? line : line.substring(0, 67) + "...";
    }
}
