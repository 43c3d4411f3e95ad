package org.ninetyten.local.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops what `run` started, and nothing else.")
public final class StopCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Home home = data.home();
        Console console = Console.standard();
        StateFile file = new StateFile(home.data());
        Optional<State> state = file.read();
        if (state.isEmpty()) {
            console.say("Nothing runs with the data in " + home.data() + ".");
            return 0;
        }
        state.get().supervisor().running().ifPresent(supervisor -> {
            console.say("Stopping the platform (process " + supervisor.pid() + ").");
            supervisor.destroy();
            if (!Component.ended(supervisor, Duration.ofSeconds(90))) {
                supervisor.destroyForcibly();
            }
        });
        // Whatever is left belongs to a supervisor that was killed itself.
        List<Recorded> left =
                file.read().map(State::processes).orElse(List.of()).reversed();
        Platform platform = new Platform(home);
        for (Recorded process : left) {
            process.running().ifPresent(handle -> {
                platform.named(process.name()).stop(handle);
                console.say("  %-22s stopped".formatted(process.name()));
            });
        }
        if (left.stream().anyMatch(process -> process.running().isPresent())) {
            throw new Failure("Not everything could be stopped: ./ninetyten status shows what is left.");
        }
        file.delete();
        console.say("Everything is stopped.");
        return 0;
    }
}
