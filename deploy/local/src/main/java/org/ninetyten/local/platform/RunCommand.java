package org.ninetyten.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Starts the whole platform and keeps it running until Ctrl-C.")
public final class RunCommand implements Callable<Integer> {

    /** Makes the example network once everything is ready. */
    public interface NetworkMaker {
        void make(Home home, int partners, Console console);
    }

    private final NetworkMaker network;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--clean", description = "Delete the data first.")
    private boolean clean;

    @Option(names = "--detach", description = "Come back when everything is ready; ./ninetyten stop ends it.")
    private boolean detach;

    @Option(names = "--partners", paramLabel = "N", description = "Make the example network of N partners when ready.")
    private @Nullable Integer partners;

    @Option(names = "--without", hidden = true, split = ",", description = "Leave these services out.")
    private final List<String> without = new ArrayList<>();

    public RunCommand(NetworkMaker network) {
        this.network = network;
    }

    @Override
    public Integer call() {
        Home home = data.home();
        Console console = Console.standard();
        if (partners != null && partners < 6) {
            throw new Failure("--partners needs at least 6, one for each region.");
        }
        DataFolder.prepare(home.data());
        mustNotRun(home);
        Platform platform = new Platform(home).withoutServices(without);
        platform.services().forEach(Service::mustBeBuilt);
        if (clean) {
            DataFolder.clean(home.data());
            DataFolder.prepare(home.data());
        }
        Supervisor.forgetRequests(home);
        if (detach) {
            new Detached(home, console).start(arguments());
        } else {
            keepRunning(home, platform, console);
        }
        return 0;
    }

    private void keepRunning(Home home, Platform platform, Console console) {
        console.say("NinetyTen starts; its data is in " + home.data() + ".");
        Supervisor supervisor = new Supervisor(home, platform, console);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        supervisor.start();
        if (partners != null) {
            network.make(home, partners, console);
        }
        Overview.show(home, platform, console);
        supervisor.watch();
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("run"));
        if (partners != null) {
            arguments.addAll(List.of("--partners", partners.toString()));
        }
        if (!without.isEmpty()) {
            arguments.addAll(List.of("--without", String.join(",", without)));
        }
        return arguments;
    }

    static void mustNotRun(Home home) {
        Optional<State> state = new StateFile(home.data()).read();
        if (state.isEmpty() || !state.get().anythingRuns()) {
            return;
        }
        if (state.get().supervisor().running().isPresent()) {
            throw new Failure("The platform already runs with the data in " + home.data() + " (process "
                    + state.get().supervisor().pid() + "): ./ninetyten status shows it, ./ninetyten stop ends it.");
        }
        throw new Failure("Processes of an earlier run that was killed are still there: ./ninetyten stop ends them.");
    }
}
