package org.ninetyten.local.platform;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "psql", description = "Opens the database of a service, as its owner.")
public final class PsqlCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "partner, lead-routing, billing, events or academy.")
    private String service = "";

    @Option(
            names = {"-c", "--command"},
            paramLabel = "SQL",
            description = "Run one statement and end.")
    private @Nullable String sql;

    @Override
    public Integer call() {
        Home home = data.home();
        String database = Services.named(service).database();
        if (sql != null) {
            execute(home, database, sql);
            return 0;
        }
        try {
            ProcessBuilder psql = new ProcessBuilder(
                            "psql",
                            "-h",
                            "localhost",
                            "-p",
                            Integer.toString(home.postgresPort()),
                            "-U",
                            database,
                            database)
                    .inheritIO();
            psql.environment().put("PGPASSWORD", Home.LOCAL_PASSWORD);
            return psql.start().waitFor();
        } catch (IOException e) {
            throw new Failure(
                    "psql is not installed: install PostgreSQL's client, or give one statement with -c \"select …\".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static void execute(Home home, String database, String sql) {
        Console console = Console.standard();
        try (Connection connection =
                        DriverManager.getConnection(home.jdbcUrl(database), database, Home.LOCAL_PASSWORD);
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                print(statement.getResultSet(), console);
            } else {
                console.say(statement.getUpdateCount() + " rows changed");
            }
        } catch (SQLException e) {
            throw new Failure("PostgreSQL says: " + e.getMessage(), e);
        }
    }

    private static void print(ResultSet rows, Console console) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            headings.add(rows.getMetaData().getColumnLabel(column));
        }
        List<List<String>> values = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            values.add(row);
        }
        console.table(headings, values);
        console.say("(" + values.size() + " rows)");
    }
}
