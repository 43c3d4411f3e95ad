package org.ninetyten.local.platform;

import java.util.concurrent.Callable;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Stops one part and waits until it is ready again.")
public final class RestartCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "SERVICE", description = "A service, or postgresql, kafka, keycloak.")
    private String component = "";

    @Override
    public Integer call() {
        Home home = data.home();
        Component part = new Platform(home).named(component);
        StateFile file = new StateFile(home.data());
        StartCommand.mustBeSupervised(home, file);
        long old = StartCommand.pid(file, part);
        // The supervisor of `run` sees that the process ended and starts it again.
        file.read()
                .flatMap(state -> state.process(part.name()))
                .flatMap(Recorded::running)
                .ifPresent(part::stop);
        StartCommand.awaitReady(home, file, part, old);
        return 0;
    }
}
