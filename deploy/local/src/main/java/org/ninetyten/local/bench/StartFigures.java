package org.ninetyten.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.platform.Recorded;
import org.ninetyten.local.platform.ResidentMemory;
import org.ninetyten.local.platform.StateFile;

/** P11: a prepared start to ready, and what each service then holds in memory. */
final class StartFigures {

    private static final int STARTS = 3;
    private static final double MOST_SECONDS = 15;
    private static final long MOST_MEGABYTES = 300;

    private final Home home;
    private final Console console;
    private final Path data;

    StartFigures(Home home, Console console) {
        this.home = home;
        this.console = console;
        this.data = home.project().resolve(".ninetyten/bench");
    }

    List<Figure> measure() {
        console.say("P11: one start to prepare " + data + ", then " + STARTS + " that count.");
        start();
        stop();
        List<Double> seconds = new ArrayList<>();
        Map<String, Long> megabytes = new TreeMap<>();
        for (int i = 0; i < STARTS; i++) {
            double start = start();
            seconds.add(start);
            console.say(String.format(Locale.ROOT, "  ready after %.1f s", start));
            try {
                memory().forEach((service, memory) -> megabytes.merge(service, memory, Math::max));
            } finally {
                stop();
            }
        }
        seconds.sort(Double::compare);
        double median = seconds.get(STARTS / 2);
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "P11",
                "prepared start to ready",
                String.format(Locale.ROOT, "%.1f s (%.1f to %.1f)", median, seconds.getFirst(), seconds.getLast()),
                "<= 15 s",
                median <= MOST_SECONDS,
                "every part ready"));
        megabytes.forEach((service, memory) -> figures.add(new Figure(
                "P11",
                "resident memory of " + service,
                memory + " MB",
                "<= 300 MB",
                memory <= MOST_MEGABYTES,
                "service ready")));
        return figures;
    }

    private double start() {
        long begin = System.nanoTime();
        command("run", "--detach", "--data", data.toString());
        double seconds = (System.nanoTime() - begin) / 1e9;
        // A start that only looks quick is none: each part is asked whether it is ready.
        command("status", "--data", data.toString());
        return seconds;
    }

    private void stop() {
        command("stop", "--data", data.toString());
    }

    private Map<String, Long> memory() {
        Map<String, Long> megabytes = new TreeMap<>();
        new StateFile(data)
                .read().orElseThrow().processes().stream()
                        .filter(process -> Services.artifacts().contains(process.name()))
                        .forEach(process -> megabytes.put(process.name(), megabytes(process)));
        return megabytes;
    }

    private static long megabytes(Recorded process) {
        return ResidentMemory.of(process.running().orElseThrow()).orElse(0) / (1024 * 1024);
    }

    private void command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dninetyten.home=" + home.project(),
                "-jar",
                home.builtCommand().resolve("local-0.1.0-SNAPSHOT.jar").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            if (builder.start().waitFor() != 0) {
                throw new Failure("'ninetyten " + String.join(" ", arguments)
                        + "' failed: run it by itself to see why; a platform that runs " + "elsewhere has the ports.");
            }
        } catch (IOException e) {
            throw new Failure("The platform could not be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }
}
