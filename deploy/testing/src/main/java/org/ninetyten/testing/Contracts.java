package org.ninetyten.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks events against the producers' contract files. Paths are relative to the module under test. */
public final class Contracts {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contracts() {}

    /** The names of all event types in this module's {@code contract/events}, such as {@code deal.closed.v1}. */
    public static List<String> ownEvents() {
        try (Stream<Path> files = Files.list(Path.of("contract/events"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".schema.json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema file of one of this module's event types. */
    public static Path ownSchema(String event) {
        return Path.of("contract/events", event + ".schema.json");
    }

    /** The example of one of this module's event types. */
    public static String ownExample(String event) {
        return read(Path.of("contract/events", event + ".example.json"));
    }

    /** The example that another service publishes for one of its event types. */
    public static String producerExample(String service, String event) {
        return read(Path.of("..", service, "contract/events", event + ".example.json"));
    }

    /**
     * Fails unless the JSON text is valid under the schema, formats (uuid, date, date-time) included.
     *
     * @param schema the schema file, JSON Schema 2020-12
     * @param json the body of an event
     */
    public static void check(Path schema, String json) {
        var errors = SCHEMAS.getSchema(read(schema))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError("Not valid under " + schema + ": " + errors + "\n" + json);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
