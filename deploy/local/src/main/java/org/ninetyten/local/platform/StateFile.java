package org.ninetyten.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninetyten.local.home.Failure;

/** Keeps the state in one file, replaced as a whole so that a reader never sees half of it. */
public final class StateFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public StateFile(Path data) {
        this.file = data.resolve("state.json");
    }

    public Optional<State> read() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            List<Recorded> processes = new ArrayList<>();
            root.required("processes").forEach(process -> processes.add(recorded(process)));
            return Optional.of(new State(
                    recorded(root.required("supervisor")),
                    root.required("portBase").asInt(),
                    root.required("ready").asBoolean(),
                    processes));
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    file + " cannot be read: see which processes still run, end them, and delete the file.", e);
        }
    }

    void write(State state) {
        ObjectNode root = JSON.createObjectNode();
        root.set("supervisor", json(state.supervisor()));
        root.put("portBase", state.portBase());
        root.put("ready", state.ready());
        ArrayNode processes = root.putArray("processes");
        state.processes().forEach(process -> processes.add(json(process)));
        try {
            Path next = file.resolveSibling("state.json.next");
            Files.writeString(next, root.toPrettyString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DataFolder.cannotWrite(file.toAbsolutePath().getParent(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(file + " cannot be deleted: " + e.getMessage() + ".", e);
        }
    }

    private static Recorded recorded(JsonNode node) {
        return new Recorded(
                node.required("name").asText(),
                node.required("pid").asLong(),
                Instant.parse(node.required("startedAt").asText()),
                node.required("program").asText(),
                node.required("port").asInt());
    }

    private static ObjectNode json(Recorded process) {
        return JSON.createObjectNode()
                .put("name", process.name())
                .put("pid", process.pid())
                .put("startedAt", process.startedAt().toString())
                .put("program", process.program())
                .put("port", process.port());
    }
}
