package org.ninetyten.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measures the platform against its goals: P4 (relay against Debezium), P11 (start and memory).")
public final class BenchCommand implements Callable<Integer> {

    private static final List<String> ALL = List.of("P4", "P11");

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "FIGURE", arity = "0..*", description = "P4, P11 (default: both).")
    private final List<String> only = new ArrayList<>();

    /** Exit code 0 also when a goal is missed: a figure is a finding; only a broken invariant is a failure. */
    @Override
    public Integer call() {
        List<String> wanted = only.isEmpty() ? ALL : only;
        if (!ALL.containsAll(wanted)) {
            throw new Failure("The figures are " + String.join(", ", ALL) + ".");
        }
        Home home = data.home();
        Console console = Console.standard();
        List<Figure> figures = new ArrayList<>();
        if (wanted.contains("P4")) {
            figures.addAll(new RelayFigures(home, console).measure());
        }
        if (wanted.contains("P11")) {
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
}
