package org.ninetyten.local.demo;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.network.Network;
import org.ninetyten.local.rest.Api;
import org.ninetyten.local.topics.EventFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Makes the example network and tells one story, from the application of a company to its money.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--partners",
            paramLabel = "N",
            defaultValue = "240",
            description = "How large the network is (default: ${DEFAULT-VALUE}; all: 24119).")
    private int partners;

    @Override
    public Integer call() {
        if (partners < 6) {
            throw new Failure("--partners needs at least 6, one for each region.");
        }
        Home home = data.home();
        Console console = Console.standard();
        Api api = new Api(home);
        new Network(home, api, console).ensure(partners);
        try (EventFeed events = new EventFeed(home)) {
            new Story(home, api, events, console, Clock.system(ZoneId.systemDefault())).tell();
        }
        return 0;
    }
}
