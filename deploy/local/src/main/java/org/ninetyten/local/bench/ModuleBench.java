package org.ninetyten.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;

/**
 * A figure that a module measures of itself, beside its tests: a class that a build does not run, with durable servers
 * and without the flags that make tests quick. It leaves its figures in {@code target/bench}.
 */
record ModuleBench(String id, String about, String module, String testClass) {

    /**
     * Runs the class and reads what it measured.
     *
     * @param settings of the benchmark, such as how many rows; what is left out has the size of the goal
     */
    List<Figure> measure(Home home, Console console, Map<String, Integer> settings) {
        Path folder = home.project().resolve(module).resolve("target/bench");
        Path result = folder.resolve(id + ".json");
        Path log = folder.resolve(testClass + ".log");
        console.say(id + ": " + about + ", measured by " + module + "; this takes minutes.");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(result);
            List<String> command = new ArrayList<>(List.of(
                    "mvn",
                    "-B",
                    "-f",
                    home.project().resolve("pom.xml").toString(),
                    "-pl",
                    module,
                    "-am",
                    "test",
                    "-Dtest=" + testClass,
                    "-Dsurefire.failIfNoSpecifiedTests=false",
                    "-Djacoco.skip=true",
                    // The classes under test as they are: instrumented ones count every branch.
                    "-Dquarkus.jacoco.enabled=false",
                    "-Dninetyten.test.durable=true",
                    "-Dtest.jvm=-Xmx5g -XX:+UseParallelGC"));
            settings.forEach((name, value) -> command.add("-Dbench." + name + "=" + value));
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0 || !Files.exists(result)) {
                throw new Failure("The benchmark " + id + " failed: see " + log + ".");
            }
            return read(result);
        } catch (IOException e) {
            throw new Failure("The benchmark " + id + " could not run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    static List<Figure> read(Path result) throws IOException {
        return List.of(new ObjectMapper().readValue(result.toFile(), Figure[].class));
    }
}
