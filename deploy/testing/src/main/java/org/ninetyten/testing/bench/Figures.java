package org.ninetyten.testing.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Collects what a benchmark measured and hands it to {@code ./ninetyten bench} in {@code target/bench/<id>.json}. */
public final class Figures {

    /**
     * One measured figure.
     *
     * @param id P1 to P11, as in the quality goals
     * @param what the two things that were compared
     * @param measured median with smallest and largest
     * @param goal the figure to reach
     * @param invariant what was checked, so that it is not fast by being wrong
     */
    public record Figure(String id, String what, String measured, String goal, boolean reached, String invariant) {}

    private final String id;
    private final List<Figure> figures = new ArrayList<>();

    public Figures(String id) {
        this.id = id;
    }

    public void add(String what, Object measured, String goal, boolean reached, String invariant) {
        figures.add(new Figure(id, what, measured.toString(), goal, reached, invariant));
    }

    public void write() throws IOException {
        Path file = Path.of("target", "bench", id + ".json");
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), figures);
        figures.forEach(System.out::println);
    }

    /** Refuses to measure a database that forgets: no figure of it would mean anything. */
    public static void requireDurable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                try (ResultSet result = statement.executeQuery("show " + setting)) {
                    if (!result.next() || !result.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " is off: no figure would mean anything");
                    }
                }
            }
        }
    }
}
