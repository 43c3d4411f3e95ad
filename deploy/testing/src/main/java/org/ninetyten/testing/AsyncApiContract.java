package org.ninetyten.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Checks {@code contract/asyncapi.yaml} of the module under test: every {@code $ref} leads somewhere, in the neighbours'
 * files too, and the events that it sends are those of {@code contract/events}.
 */
public final class AsyncApiContract {

    private static final Path FILE = Path.of("contract/asyncapi.yaml");
    private static final String SCHEMA = ".schema.json";
    /** JSON is YAML: one reader for both. */
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<Path, JsonNode> files = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private AsyncApiContract() {}

    /** Fails with all that is wrong with the contract of this module. */
    public static void check() {
        check(FILE, Contracts.ownEvents());
    }

    /**
     * Fails with all that is wrong with a contract.
     *
     * @param file the AsyncAPI document
     * @param events the event types that the service sends, such as {@code deal.closed.v1}
     */
    static void check(Path file, List<String> events) {
        AsyncApiContract contract = new AsyncApiContract();
        contract.look(file.normalize(), events);
        if (!contract.faults.isEmpty()) {
            throw new AssertionError(file + ": " + String.join("; ", contract.faults));
        }
    }

    private void look(Path file, List<String> events) {
        JsonNode document = read(file);
        faults.addAll(follow(file, document, new HashSet<>()));

        Set<Path> sent = new HashSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asString("").equals("send")) {
                sent.addAll(reachedFrom(file, operation));
            }
        }
        Set<String> sentEvents = new TreeSet<>();
        sent.stream()
                .map(AsyncApiContract::eventOf)
                .filter(event -> !event.isEmpty())
                .forEach(sentEvents::add);
        if (!sentEvents.equals(new TreeSet<>(events))) {
            faults.add("sends " + sentEvents + ", but contract/events has " + events);
        }
        for (JsonNode message : document.path("components").path("messages")) {
            String name = message.path("name").asString("");
            for (Path reached : reachedFrom(file, message.path("payload"))) {
                String event = eventOf(reached);
                if (!event.isEmpty() && !name.endsWith("." + event)) {
                    faults.add("the message " + name + " has the schema of " + event);
                }
            }
        }
    }

    private static String eventOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(SCHEMA) ? name.substring(0, name.length() - SCHEMA.length()) : "";
    }

    /** The files that a part of the document refers to, directly or not. */
    private Set<Path> reachedFrom(Path file, JsonNode node) {
        Set<Target> followed = new HashSet<>();
        follow(file, node, followed);
        Set<Path> reached = new HashSet<>();
        followed.forEach(target -> reached.add(target.file()));
        return reached;
    }

    /** Follows all references below a node, adds their targets to the set and answers those that are broken. */
    private List<String> follow(Path file, JsonNode node, Set<Target> followed) {
        List<String> broken = new ArrayList<>();
        JsonNode reference = node.path("$ref");
        if (reference.isString()) {
            broken.addAll(follow(file, reference.asString(), followed));
        }
        for (JsonNode child : node) {
            broken.addAll(follow(file, child, followed));
        }
        return broken;
    }

    private List<String> follow(Path file, String reference, Set<Target> followed) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        Target target = new Target(
                name.isEmpty() ? file : file.resolveSibling(name).normalize(),
                hash < 0 ? "" : reference.substring(hash + 1));
        if (!followed.add(target)) {
            return List.of();
        }
        if (!Files.isRegularFile(target.file())) {
            return List.of("the $ref " + reference + " in " + file + " names no file");
        }
        JsonNode found = read(target.file()).at(target.pointer());
        if (found.isMissingNode()) {
            return List.of("the $ref " + reference + " in " + file + " names nothing in its file");
        }
        return follow(target.file(), found, followed);
    }

    private JsonNode read(Path file) {
        return files.computeIfAbsent(file, path -> YAML.readTree(Contracts.read(path)));
    }

    /** What a reference names: a file and, by a JSON pointer, a place in it. */
    private record Target(Path file, String pointer) {}
}
