package org.ninetyten.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Failure;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.network.Network;
import org.ninetyten.local.rest.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description =
                "Routes the opportunities of a CRM export (accounts.csv, products.csv, sales_pipeline.csv) in a simulation,"
                        + " under the valid policy with the turns SHARE and LEAST_LOADED, and compares who gets how many.")
public final class SimulateCommand implements Callable<Integer> {

    private static final String SIMULATIONS = "/v1/routing-simulations";
    private static final List<String> TURNS = List.of("SHARE", "LEAST_LOADED");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

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

    @Option(
            names = "--open-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How long a lead stays open at its partner (default: ${DEFAULT-VALUE}).")
    private int openDays;

    @Override
    public Integer call() {
        Home home = data.home();
        Console console = Console.standard();
        CrmExport export = CrmExport.read(folder);
        Api api = new Api(home);
        new Network(home, api, console).ensure(partners);
        Api.Caller desk = api.as("sales-desk");
        String csv = SimulationFile.of(export);
        JsonNode file = desk.postFile(
                        Services.LEAD_ROUTING,
                        "/v1/simulation-files",
                        "text/csv",
                        csv,
                        "simulate-" + UUID.nameUUIDFromBytes(csv.getBytes(UTF_8)))
                .body();
        console.say(file.path("leads").asText() + " leads to simulate with, "
                + file.path("rejected").asText() + " rows were none.");
        ObjectNode policy = validPolicy(desk);
        Map<String, JsonNode> finished = new LinkedHashMap<>();
        for (String turns : TURNS) {
            finished.put(
                    turns,
                    simulate(desk, file.path("id").asText(), policy.deepCopy().put("turns", turns)));
        }
        Map<String, List<JsonNode>> shares = new LinkedHashMap<>();
        finished.forEach((turns, simulation) -> shares.put(
                turns,
                desk.lines(
                        Services.LEAD_ROUTING,
                        SIMULATIONS + "/" + simulation.path("id").asText() + "/partners")));
        figures(console, finished);
        groups(console, finished, "tiers", "TIER");
        groups(console, finished, "regions", "REGION");
        partners(console, shares);
        return 0;
    }

    private static ObjectNode validPolicy(Api.Caller desk) {
        List<String> valid = new ArrayList<>();
        desk.each(Services.LEAD_ROUTING, "/v1/routing-policies?limit=200", version -> {
            if (version.path("state").asText().equals("VALID")) {
                valid.add(version.path("version").asText());
            }
        });
        JsonNode document = desk.get(Services.LEAD_ROUTING, "/v1/routing-policies/" + valid.getFirst())
                .body()
                .path("document");
        if (document instanceof ObjectNode policy) {
            return policy;
        }
        throw new Failure("No routing policy is valid.");
    }

    private JsonNode simulate(Api.Caller desk, String file, ObjectNode policy) {
        ObjectNode request = Api.object().put("fileId", file).put("openDays", openDays);
        request.set("document", policy);
        // Each run begins with the partners as they are now, so each is one of its own.
        String id = desk.post(
                        Services.LEAD_ROUTING,
                        SIMULATIONS,
                        request,
                        UUID.randomUUID().toString())
                .text("id");
        if (!Waiting.until(() -> read(desk, id).hasNonNull("endedAt"), PATIENCE, PAUSE)) {
            throw new Failure("Simulation " + id + " has not ended within " + PATIENCE.toMinutes() + " min.");
        }
        JsonNode simulation = read(desk, id);
        if (!simulation.hasNonNull("result")) {
            throw new Failure("Simulation " + id + " has no result: it is "
                    + simulation.path("state").asText() + ".");
        }
        return simulation;
    }

    private static JsonNode read(Api.Caller desk, String id) {
        return desk.get(Services.LEAD_ROUTING, SIMULATIONS + "/" + id).body();
    }

    private static void figures(Console console, Map<String, JsonNode> finished) {
        List<List<String>> rows = new ArrayList<>();
        row(rows, "leads", finished, "/leads");
        row(rows, "leads that nobody could have", finished, "/unroutable/leads");
        row(rows, "why", finished, "/unroutable/reasons");
        row(rows, "by step", finished, "/steps");
        row(rows, "most leads of a partner", finished, "/load/most");
        row(rows, "half of the partners got at most", finished, "/load/median");
        row(rows, "active partners without a lead", finished, "/load/without");
        row(rows, "largest error against what was earned", finished, "/fairness/maxError");
        row(rows, "error of 99.9 % of the partners", finished, "/fairness/p999Error");
        row(rows, "Jain index of leads by weight", finished, "/fairness/jainByWeight");
        row(rows, "Jain index of leads by what was earned", finished, "/fairness/jainByEarned");
        console.blank();
        console.table(headings("", finished.keySet()), rows);
    }

    private static void row(List<List<String>> rows, String name, Map<String, JsonNode> finished, String path) {
        List<String> row = new ArrayList<>(List.of(name));
        finished.values().forEach(simulation -> {
            JsonNode value = simulation.path("result").at(path);
            row.add(value.isContainerNode() ? value.toString() : value.asText());
        });
        rows.add(row);
    }

    private static void groups(Console console, Map<String, JsonNode> finished, String field, String heading) {
        Map<String, Map<String, String>> leads = new LinkedHashMap<>();
        finished.forEach((turns, simulation) -> simulation
                .path("result")
                .path(field)
                .forEach(group -> leads.computeIfAbsent(
                                group.path("name").asText() + " (" + group.path("partners") + ")",
                                any -> new LinkedHashMap<>())
                        .put(turns, group.path("leads").asText())));
        console.blank();
        console.table(headings(heading, finished.keySet()), rows(leads, finished.keySet()));
    }

    private static void partners(Console console, Map<String, List<JsonNode>> shares) {
        Map<String, Map<String, String>> leads = new LinkedHashMap<>();
        shares.forEach((turns, rows) -> rows.forEach(row -> leads.computeIfAbsent(
                        row.path("country").asText() + "  "
                                + row.path("legalName").asText() + "  "
                                + row.path("tier").asText(),
                        any -> new LinkedHashMap<>())
                .put(turns, row.path("leads").asText())));
        Map<String, Map<String, String>> inOrder = new LinkedHashMap<>();
        new TreeSet<>(leads.keySet()).forEach(name -> inOrder.put(name, leads.getOrDefault(name, Map.of())));
        console.blank();
        console.table(headings("PARTNER", shares.keySet()), rows(inOrder, shares.keySet()));
    }

    private static List<String> headings(String first, Set<String> turns) {
        List<String> headings = new ArrayList<>(List.of(first));
        headings.addAll(turns);
        return headings;
    }

    private static List<List<String>> rows(Map<String, Map<String, String>> values, Set<String> turns) {
        List<List<String>> rows = new ArrayList<>();
        values.forEach((name, byTurns) -> {
            List<String> row = new ArrayList<>(List.of(name));
            turns.forEach(one -> row.add(byTurns.getOrDefault(one, "0")));
            rows.add(row);
        });
        return rows;
    }
}
