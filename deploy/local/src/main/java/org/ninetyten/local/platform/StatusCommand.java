package org.ninetyten.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Shows each part: process, port, state, resident memory.")
public final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    /** Exit code 0 means that everything is ready, so that scripts can ask. */
    @Override
    public Integer call() {
        Home home = data.home();
        Console console = Console.standard();
        Optional<State> state = new StateFile(home.data()).read();
        List<List<String>> rows = new ArrayList<>();
        boolean allReady = true;
        for (Component component : new Platform(home).all()) {
            Optional<ProcessHandle> process =
                    state.flatMap(known -> known.process(component.name())).flatMap(Recorded::running);
            boolean ready = process.isPresent() && component.isReady();
            allReady &= ready;
            rows.add(List.of(
                    component.name(),
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    Integer.toString(component.port()),
                    process.isEmpty() ? "stopped" : ready ? "ready" : "not ready",
                    process.map(ResidentMemory::of)
                            .filter(OptionalLong::isPresent)
                            .map(memory -> memory.getAsLong() / (1024 * 1024) + " MB")
                            .orElse("-")));
        }
        console.table(List.of("WHAT", "PROCESS", "PORT", "STATE", "MEMORY"), rows);
        state.flatMap(known -> known.supervisor().running())
                .ifPresentOrElse(
                        supervisor -> console.say(
                                "Kept running by process " + supervisor.pid() + "; data in " + home.data() + "."),
                        () -> console.say("Not running; data in " + home.data() + ". ./ninetyten run starts it."));
        return allReady ? 0 : 1;
    }
}
