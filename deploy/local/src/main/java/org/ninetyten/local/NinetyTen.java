package org.ninetyten.local;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.ninetyten.local.bench.BenchCommand;
import org.ninetyten.local.demo.DemoCommand;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.identity.TokenCommand;
import org.ninetyten.local.ledger.VerifyLedgerCommand;
import org.ninetyten.local.network.Network;
import org.ninetyten.local.platform.LogsCommand;
import org.ninetyten.local.platform.PsqlCommand;
import org.ninetyten.local.platform.RestartCommand;
import org.ninetyten.local.platform.RunCommand;
import org.ninetyten.local.platform.StartCommand;
import org.ninetyten.local.platform.StatusCommand;
import org.ninetyten.local.platform.StopCommand;
import org.ninetyten.local.replay.ReplayCommand;
import org.ninetyten.local.replay.SimulateCommand;
import org.ninetyten.local.rest.Api;
import org.ninetyten.local.topics.DeadLettersCommand;
import org.ninetyten.local.topics.TopicsCommand;
import org.ninetyten.local.topics.WatchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command `ninetyten`. */
@Command(
        name = "ninetyten",
        description = "NinetyTen on one machine.",
        mixinStandardHelpOptions = true,
        version = "NinetyTen 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "The script itself knows two more: test (passes the tests) and build."})
public final class NinetyTen {

    /** Held, so that the setting isn't collected with its logger. */
    private static final Logger ROOT = Logger.getLogger("");

    private NinetyTen() {}

    public static void main(String[] arguments) {
        ROOT.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    private static void makeNetwork(Home home, int partners, Console console) {
        new Network(home, new Api(home), console).ensure(partners);
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new NinetyTen());
        commandLine.addSubcommand(new RunCommand(NinetyTen::makeNetwork));
        commandLine.addSubcommand(new DemoCommand());
        commandLine.addSubcommand(new ReplayCommand());
        commandLine.addSubcommand(new SimulateCommand());
        commandLine.addSubcommand(new BenchCommand());
        commandLine.addSubcommand(new StatusCommand());
        commandLine.addSubcommand(new StopCommand());
        commandLine.addSubcommand(new StartCommand());
        commandLine.addSubcommand(new RestartCommand());
        commandLine.addSubcommand(new LogsCommand());
        commandLine.addSubcommand(new TokenCommand());
        commandLine.addSubcommand(new PsqlCommand());
        commandLine.addSubcommand(new TopicsCommand());
        commandLine.addSubcommand(new WatchCommand());
        commandLine.addSubcommand(new DeadLettersCommand());
        commandLine.addSubcommand(new VerifyLedgerCommand());
        commandLine
                .getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            if (failure instanceof Failure) {
                command.getErr().println("ninetyten: " + failure.getMessage());
                return 1;
            }
            throw failure;
        });
        return commandLine;
    }
}
