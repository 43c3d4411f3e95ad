package org.ninetyten.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.network.Network;
import org.ninetyten.local.rest.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Replays a CRM export (accounts.csv, products.csv, sales_pipeline.csv) and reconciles the outcome.")
public final class ReplayCommand implements Callable<Integer> {

    private static final int WORKERS = 8;
    private static final int REPORT_EVERY = 500;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "DIR", description = "The folder of the three files.")
    private Path folder = Path.of("");

    @Option(
            names = "--partners",
            paramLabel = "N",
            defaultValue = "240",
            description = "How large the network is that gets the leads (default: ${DEFAULT-VALUE}).")
    private int partners;

    @Override
    public Integer call() {
        Home home = data.home();
        Console console = Console.standard();
        CrmExport export = CrmExport.read(folder);
        console.say(export.opportunities().size() + " opportunities of "
                + export.accounts().size() + " accounts.");
        export.dirt().forEach((rule, count) -> console.say("  %5d  %s".formatted(count, rule.sentence())));
        Api api = new Api(home);
        new Network(home, api, console).ensure(partners);
        OpportunityReplay replay = new OpportunityReplay(api);
        long begin = System.nanoTime();
        replayAll(export, replay, console);
        console.say("Replayed in " + Console.seconds(Duration.ofNanos(System.nanoTime() - begin)) + ": "
                + replay.newLeads() + " new leads, " + replay.newDeals() + " new deals, " + replay.newlyClosed()
                + " newly closed; " + api.repeatedCalls() + " calls had to be repeated.");
        boolean fits = new Reconciliation(home, api, console, export).fits();
        spread(api, console);
        console.blank();
        console.say(fits ? "Everything fits to the cent." : "There are differences: see the table.");
        return fits ? 0 : 1;
    }

    /** In order for each account, at the same time for different ones; nobody's rows are spread over the workers. */
    private static void replayAll(CrmExport export, OpportunityReplay replay, Console console) {
        Map<String, List<Opportunity>> rows = new LinkedHashMap<>();
        int anonymous = 0;
        for (Opportunity opportunity : export.opportunities()) {
            String row =
                    opportunity.account().isPresent() ? opportunity.account().get() : "nobody " + anonymous++ % WORKERS;
            rows.computeIfAbsent(row, name -> new ArrayList<>()).add(opportunity);
        }
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> running = new ArrayList<>();
            rows.forEach((name, opportunities) -> running.add(workers.submit(() -> {
                @Nullable Account account = export.accounts().get(name);
                for (Opportunity opportunity : opportunities) {
                    replay.replay(opportunity, account);
                    int finished = done.incrementAndGet();
                    if (finished % REPORT_EVERY == 0) {
                        console.say("  " + finished + " of "
                                + export.opportunities().size());
                    }
                }
            })));
            for (Future<?> row : running) {
                await(row, workers);
            }
        }
    }

    private static void await(Future<?> row, ExecutorService workers) {
        try {
            row.get();
        } catch (ExecutionException e) {
            workers.shutdownNow();
            throw e.getCause() instanceof Failure failure
                    ? failure
                    : new Failure("The replay failed: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", e);
        }
    }

    private static void spread(Api api, Console console) {
        List<List<String>> rows = new ArrayList<>();
        String cursor = "";
        JsonNode report;
        do {
            report = api.as("sales-desk")
                    .get(Services.LEAD_ROUTING, "/v1/reports/routing?source=IMPORT&limit=200" + cursor)
                    .body();
            for (JsonNode partner : report.path("partners")) {
                if (partner.path("offers").asLong() > 0) {
                    rows.add(List.of(
                            partner.path("legalName").asText(),
                            partner.path("offers").asText(),
                            partner.path("accepted").asText(),
                            partner.path("expired").asText(),
                            partner.path("openLeads").asText()));
                }
            }
            cursor = "&cursor=" + report.path("next").asText();
        } while (report.hasNonNull("next"));
        console.blank();
        console.say("  Leads by status: " + report.path("leadsByStatus") + ", at the desk: "
                + report.path("escalated").asText() + ".");
        rows.sort((one, other) -> Long.compare(Long.parseLong(other.get(1)), Long.parseLong(one.get(1))));
        console.table(List.of("PARTNER", "OFFERS", "ACCEPTED", "EXPIRED", "OPEN"), rows);
    }
}
