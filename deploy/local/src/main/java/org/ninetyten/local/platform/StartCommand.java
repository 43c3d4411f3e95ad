package org.ninetyten.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Starts one part again that is down, and waits until it is ready.")
public final class StartCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "A service, or postgresql, kafka, keycloak.")
    private String component = "";

    @Override
    public Integer call() {
        Home home = data.home();
        Component part = new Platform(home).named(component);
        StateFile file = new StateFile(home.data());
        mustBeSupervised(home, file);
        if (!isRunning(file, part)) {
            try {
                Files.writeString(Supervisor.request(home, part.name()), "");
            } catch (IOException e) {
                throw DataFolder.cannotWrite(home.data(), e);
            }
        }
        awaitReady(home, file, part, 0);
        return 0;
    }

    static void mustBeSupervised(Home home, StateFile file) {
        boolean supervised = file.read()
                .filter(state -> state.supervisor().running().isPresent())
                .isPresent();
        if (!supervised) {
            throw new Failure(
                    "The platform doesn't run with the data in " + home.data() + ": ./ninetyten run starts it.");
        }
    }

    static boolean isRunning(StateFile file, Component part) {
        return pid(file, part) != 0;
    }

    static long pid(StateFile file, Component part) {
        return file.read()
                .flatMap(state -> state.process(part.name()))
                .flatMap(Recorded::running)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    /** Waits for a process other than the old one (0: for any). */
    static void awaitReady(Home home, StateFile file, Component part, long old) {
        boolean ready = Waiting.until(
                () -> {
                    long pid = pid(file, part);
                    return pid != 0 && pid != old && part.isReady();
                },
                PATIENCE,
                Duration.ofMillis(200));
        if (!ready) {
            throw new Failure(part.name() + " was not ready within " + PATIENCE.toSeconds() + " s: see "
                    + home.log(part.name()) + ".");
        }
        Console.standard().say(part.name() + " is ready at " + part.address() + ".");
    }
}
