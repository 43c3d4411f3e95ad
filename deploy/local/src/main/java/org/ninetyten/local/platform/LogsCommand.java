package org.ninetyten.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the last log lines of one part or of all.")
public final class LogsCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "A service, or postgresql, kafka, keycloak.")
    private @Nullable String component;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as lines are written, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "40",
            description = "How many lines.")
    private int lines;

    @Option(names = "--raw", description = "The JSON as it is written.")
    private boolean raw;

    @Override
    public Integer call() {
        Home home = data.home();
        Platform platform = new Platform(home);
        List<Component> shown = component == null ? platform.all() : List.of(platform.named(component));
        Map<Component, BufferedReader> open = new LinkedHashMap<>();
        for (Component part : shown) {
            Path log = home.log(part.name());
            if (Files.isRegularFile(log)) {
                try {
                    open.put(part, Files.newBufferedReader(log));
                } catch (IOException e) {
                    throw new Failure(log + " cannot be read: " + e.getMessage() + ".", e);
                }
            }
        }
        if (open.isEmpty()) {
            throw new Failure("There are no logs in " + home.logs() + ": the platform has not run with this data.");
        }
        Console console = Console.standard();
        boolean first = true;
        do {
            for (Map.Entry<Component, BufferedReader> part : open.entrySet()) {
                show(part.getKey(), part.getValue(), first, console);
            }
            first = false;
            if (follow) {
                Waiting.pause(Duration.ofMillis(300));
            }
        } while (follow);
        return 0;
    }

    private void show(Component part, BufferedReader log, boolean onlyTheLast, Console console) {
        List<String> fresh = new ArrayList<>();
        try {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                fresh.add(line);
            }
        } catch (IOException e) {
            throw new Failure("The log of " + part.name() + " cannot be read: " + e.getMessage() + ".", e);
        }
        int from = onlyTheLast ? Math.max(0, fresh.size() - lines) : 0;
        String prefix = component == null ? "%-22s ".formatted(part.name()) : "";
        fresh.subList(from, fresh.size()).forEach(line -> console.say(prefix + (raw ? line : readable(line))));
    }

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            String text = "%s %-5s %s  %s"
                    .formatted(
                            entry.path("timestamp").asText(),
                            entry.path("level").asText(),
                            entry.path("loggerName").asText(),
                            entry.path("message").asText());
            StringBuilder readable = new StringBuilder(text);
            // Quarkus nests causes as {"exception": {…, "causedBy": {"exception": {…}}}}.
            for (JsonNode exception = entry.path("exception");
                    !exception.isMissingNode();
                    exception = exception.at("/causedBy/exception")) {
                readable.append("\n    ")
                        .append(exception.path("exceptionType").asText())
                        .append(": ")
                        .append(exception.path("message").asText());
            }
            return readable.toString();
        } catch (IOException e) {
            return line;
        }
    }
}
