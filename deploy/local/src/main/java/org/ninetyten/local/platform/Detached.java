package org.ninetyten.local.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Waiting;

/** Runs the platform in a process of its own and passes on what that says until everything is ready. */
final class Detached {

    private final Home home;
    private final Console console;

    Detached(Home home, Console console) {
        this.home = home;
        this.console = console;
    }

    void start(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Child.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dninetyten.home=" + home.project(),
                "-jar",
                home.builtCommand().resolve("local-0.1.0-SNAPSHOT.jar").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", home.data().toString()));
        Path log = home.log("run");
        Process process = Child.start(
                home.project(), log, Map.of("NINETYTEN_PORT_BASE", Integer.toString(home.portBase())), command);
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            while (true) {
                boolean alive = process.isAlive();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    console.say(line);
                    if (line.equals(Overview.LAST_LINE)) {
                        return;
                    }
                }
                if (!alive) {
                    throw new Failure("The platform did not start; what it said is above and in " + log + ".");
                }
                Waiting.pause(Duration.ofMillis(100));
            }
        } catch (IOException e) {
            throw new Failure(log + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
