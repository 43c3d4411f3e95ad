package org.ninetyten.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measures the platform against its goals.",
            "P1 lead over REST, P2 routing decision, P3 durable routing, P4 relay against Debezium,",
            "P6 posting to the ledger, P7 import of leads, P9 acceptance to event, P10 fairness, P11 start and memory,",
            "simulation of a year of leads, plans of the statements that run for a lead."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final String START_AND_MEMORY = "P11";

    private static final List<ModuleBench> OF_MODULES = List.of(
            new ModuleBench(
                    "P1", "a lead over REST against the bare transaction", "lead-routing-service", "CaptureLeadBench"),
            new ModuleBench("P2", "a routing decision in memory", "lead-routing-service", "RoutingDecisionBench"),
            new ModuleBench(
                    "P3", "durable routing against the bare rows", "lead-routing-service", "DurableRoutingBench"),
            new ModuleBench("P4", "the relay against the Debezium engine", "messaging", "RelayBench"),
            new ModuleBench("P6", "posting to the ledger against bare SQL", "billing-service", "PostingBench"),
            new ModuleBench("P6", "the close of a month against bare SQL", "billing-service", "MonthCloseBench"),
            new ModuleBench("P7", "import of leads against COPY", "lead-routing-service", "ImportBench"),
            new ModuleBench("P9", "from accepted to readable in Kafka", "lead-routing-service", "OfferLatencyBench"),
            new ModuleBench("P10", "fairness of turns", "lead-routing-service", "FairnessBench"),
            new ModuleBench(
                    "simulation", "a year of leads under another policy", "lead-routing-service", "SimulationBench"),
            new ModuleBench(
                    "plans",
                    "how the database carries out what a lead asks",
                    "lead-routing-service",
                    "QueryPlansBench"));

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "FIGURE", arity = "0..*", description = "P1 to P11, simulation, plans (default: all).")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "-D",
            paramLabel = "NAME=NUMBER",
            description = "A setting of the benchmarks, such as pairs=3, leads=100000 or rows=100000.")
    private final Map<String, Integer> settings = new TreeMap<>();

    /** Exit code 0 also when a goal is missed: a figure is a finding; only a broken invariant is a failure. */
    @Override
    public Integer call() {
        List<String> all = all();
        if (!all.containsAll(only)) {
            throw new Failure("The figures are " + String.join(", ", all) + ".");
        }
        Home home = data.home();
        Console console = Console.standard();
        List<String> wanted = only.isEmpty() ? all : only;
        List<Figure> figures = new ArrayList<>();
        for (ModuleBench bench : OF_MODULES) {
            if (wanted.contains(bench.id())) {
                figures.addAll(bench.measure(home, console, settings));
            }
        }
        if (wanted.contains(START_AND_MEMORY)) {
            figures.addAll(new StartFigures(home, console).measure());
        }
        console.blank();
        console.table(
                List.of("FIGURE", "WHAT", "MEASURED", "GOAL", "REACHED", "INVARIANT"),
                figures.stream()
                        .map(figure -> List.of(
                                figure.id(),
                                figure.what(),
                                figure.measured(),
                                figure.goal(),
                                figure.reached() ? "yes" : "no",
                                figure.invariant()))
                        .toList());
        return 0;
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(
                OF_MODULES.stream().map(ModuleBench::id).distinct().toList());
        all.add(START_AND_MEMORY);
        return all;
    }
}
