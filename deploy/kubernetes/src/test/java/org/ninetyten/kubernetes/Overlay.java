package org.ninetyten.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of one overlay, as the renderer on this machine makes them. */
record Overlay(String name, List<JsonNode> objects, String text, String warnings) {

    static final Path FOLDER = Path.of("").toAbsolutePath();

    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    /** Rendered once per overlay; the tests only read. */
    static Overlay of(String name) {
        return RENDERED.computeIfAbsent(name, Overlay::render);
    }

    List<JsonNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode one(String kind, String name) {
        List<JsonNode> found =
                all(kind).stream().filter(object -> name(object).equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError("%s renders %d objects %s %s".formatted(this.name, found.size(), kind, name));
        }
        return found.getFirst();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** The value of a setting of the environment, by name. */
    static JsonNode variable(JsonNode deployment, String name) {
        for (JsonNode variable : container(deployment).path("env")) {
            if (variable.path("name").asText().equals(name)) {
                return variable;
            }
        }
        throw new AssertionError(name(deployment) + " has no variable " + name);
    }

    static JsonNode container(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0");
    }

    private static Overlay render(String name) {
        try {
            Path errors = Files.createTempFile("kustomize", ".err");
            try {
                Process process = new ProcessBuilder(
                                command(FOLDER.resolve("overlays").resolve(name)))
                        .redirectError(errors.toFile())
                        .start();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exit = process.waitFor();
                String warnings = Files.readString(errors);
                if (exit != 0) {
                    throw new AssertionError("overlays/%s does not render (kubectl 1.27 or kustomize 5, or later?): %s"
                            .formatted(name, warnings));
                }
                return new Overlay(name, parse(text), text, warnings);
            } finally {
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> parse(String text) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        try (MappingIterator<JsonNode> documents =
                yaml.readerFor(JsonNode.class).readValues(text)) {
            return List.copyOf(documents.readAll());
        }
    }

    private static List<String> command(Path overlay) {
        if (isInstalled("kubectl")) {
            return List.of("kubectl", "kustomize", overlay.toString());
        }
        if (isInstalled("kustomize")) {
            return List.of("kustomize", "build", overlay.toString());
        }
        throw new AssertionError(
                "The manifests cannot be rendered: install kubectl 1.27 or later, or kustomize 5 or later,"
                        + " and put it on the PATH.");
    }

    private static boolean isInstalled(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
