package org.ninetyten.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.Home;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.home.Waiting;
import org.ninetyten.local.rest.Answer;
import org.ninetyten.local.rest.Api;
import org.ninetyten.local.topics.Broker;
import org.ninetyten.local.topics.Event;

/** Compares the file with the services and with Kafka, to the cent. */
final class Reconciliation {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private record Sum(long count, long licenceMinor) {

        Sum plus(long licence) {
            return new Sum(count + 1, licenceMinor + licence);
        }
    }

    private record Line(String what, String expected, String found) {

        boolean fits() {
            return expected.equals(found);
        }
    }

    private static final Sum NOTHING = new Sum(0, 0);

    private final Home home;
    private final Api api;
    private final Console console;
    private final CrmExport export;
    private final List<Line> lines = new ArrayList<>();

    Reconciliation(Home home, Api api, Console console, CrmExport export) {
        this.home = home;
        this.api = api;
        this.console = console;
        this.export = export;
    }

    /** Waits for what is still on its way, prints every figure and answers whether all of them fit. */
    boolean fits() {
        Sum won = expected(Opportunity.Stage.WON);
        Sum lost = expected(Opportunity.Stage.LOST);
        compare(
                "rows of the files, as leads",
                Long.toString(export.opportunities().size()),
                Long.toString(leads()));
        compare("deals won (lead-routing-service)", text(won), text(dealsOfTheFile("WON")));
        compare(
                "deals lost (lead-routing-service)",
                Long.toString(lost.count()),
                Long.toString(dealsOfTheFile("LOST").count()));
        fromTheDealTopic(won, lost);
        fromTheLedger(won);
        fromTheStatements();
        console.blank();
        console.table(
                List.of("RECONCILIATION", "FILE", "FOUND", ""),
                lines.stream()
                        .map(line ->
                                List.of(line.what(), line.expected(), line.found(), line.fits() ? "ok" : "DIFFERS"))
                        .toList());
        return lines.stream().allMatch(Line::fits);
    }

    private Sum expected(Opportunity.Stage stage) {
        Sum sum = NOTHING;
        for (Opportunity opportunity : export.opportunities()) {
            if (opportunity.stage() == stage) {
                sum = sum.plus(opportunity.valueMinor());
            }
        }
        return sum;
    }

    private Set<String> idsOfTheFile() {
        Set<String> ids = new HashSet<>();
        export.opportunities().forEach(opportunity -> ids.add(opportunity.id()));
        return ids;
    }

    /** Counted one by one, since other files may have been replayed on this platform before. */
    private long leads() {
        Set<String> ids = idsOfTheFile();
        long[] found = {0};
        api.as("sales-desk")
                .each(
                        Services.LEAD_ROUTING,
                        "/v1/leads?limit=200",
                        lead -> found[0] += ids.remove(lead.path("externalId").asText()) ? 1 : 0);
        return found[0];
    }

    private Sum dealsOfTheFile(String status) {
        Set<String> ids = idsOfTheFile();
        Sum[] sum = {NOTHING};
        api.as("sales-desk").each(Services.LEAD_ROUTING, "/v1/deals?status=" + status + "&limit=200", deal -> {
            if (ids.contains(deal.path("externalId").asText())
                    && deal.path("currency").asText().equals("USD")) {
                sum[0] = sum[0].plus(deal.path("licenceMinor").asLong());
            }
        });
        return sum[0];
    }

    private Sum deals(String outcome) {
        for (JsonNode sum : api.as("sales-desk")
                .get(Services.LEAD_ROUTING, "/v1/reports/deals")
                .body()
                .path("sums")) {
            if (sum.path("outcome").asText().equals(outcome)
                    && sum.path("currency").asText().equals("USD")) {
                return new Sum(
                        sum.path("deals").asLong(), sum.path("licenceMinor").asLong());
            }
        }
        return NOTHING;
    }

    private void fromTheDealTopic(Sum won, Sum lost) {
        Map<String, JsonNode> closed = new HashMap<>();
        long[] events = {0};
        until(() -> {
            closed.clear();
            events[0] = 0;
            readClosed(closed, events);
            return closed.size() >= won.count() + lost.count();
        });
        Sum foundWon = NOTHING;
        long foundLost = 0;
        for (JsonNode deal : closed.values()) {
            if (deal.path("outcome").asText().equals("WON")) {
                foundWon = foundWon.plus(deal.path("licenceMinor").asLong());
            } else {
                foundLost++;
            }
        }
        compare("DealClosed won (topic leadrouting.deal)", text(won), text(foundWon));
        compare("DealClosed lost (topic leadrouting.deal)", Long.toString(lost.count()), Long.toString(foundLost));
        console.say("Kafka holds " + events[0] + " DealClosed of this file for " + closed.size() + " deals.");
        fromTheSplitTopic(won, closed.keySet());
    }

    private void readClosed(Map<String, JsonNode> closed, long[] events) {
        Set<String> ids = idsOfTheFile();
        new Broker(home.kafkaServers()).readAll("leadrouting.deal", message -> {
            Event event = Event.of(message);
            if (event.type().equals("leadrouting.deal.closed.v1")
                    && ids.contains(event.data().path("externalId").asText())) {
                closed.put(event.data().path("dealId").asText(), event.data());
                events[0]++;
            }
            return true;
        });
    }

    private void fromTheSplitTopic(Sum won, Set<String> deals) {
        Map<String, JsonNode> splits = new HashMap<>();
        until(() -> {
            splits.clear();
            new Broker(home.kafkaServers()).readAll("billing.split", message -> {
                Event event = Event.of(message);
                if (deals.contains(event.data().path("dealId").asText())) {
                    splits.put(event.data().path("dealId").asText(), event.data());
                }
                return true;
            });
            return splits.size() >= won.count();
        });
        Sum licence = NOTHING;
        long wholes = 0;
        for (JsonNode split : splits.values()) {
            licence = licence.plus(split.at("/ninetyTen/licenceMinor").asLong());
            boolean whole = split.path("partnerMinor").asLong()
                            + split.path("vendorMinor").asLong()
                    == split.path("totalMinor").asLong();
            wholes += whole ? 1 : 0;
        }
        compare("RevenueSplit (topic billing.split)", text(won), text(licence));
        compare("splits whose parts sum to the whole", Long.toString(won.count()), Long.toString(wholes));
    }

    /** The ledger knows all deals, so it is compared with all that were won in this currency. */
    private void fromTheLedger(Sum won) {
        Sum all = deals("WON");
        Sum[] booked = {NOTHING};
        until(() -> {
            booked[0] = booked();
            return booked[0].count() >= all.count();
        });
        compare("splits booked (billing-service)", text(all.equals(won) ? won : all), text(booked[0]));
        for (JsonNode sum : api.as("finance")
                .get(Services.BILLING, "/v1/ledger/trial-balance")
                .body()
                .path("sums")) {
            compare(
                    "ledger, sum of all postings in " + sum.path("currency").asText(),
                    "0",
                    sum.path("imbalanceMinor").asText());
        }
    }

    /**
     * Closes the months of the file's won deals, whose holds have long ended, and compares what all statements say with what
     * all accounts of partners say. Both know more than this file when more was sold here.
     */
    private void fromTheStatements() {
        Api.Caller finance = api.as("finance");
        long[] issued = {0};
        List<String> open = new ArrayList<>();
        Set<YearMonth> months = export.opportunities().stream()
                .filter(opportunity -> opportunity.stage() == Opportunity.Stage.WON)
                .flatMap(opportunity -> opportunity.closedOn().stream())
                .map(YearMonth::from)
                .collect(Collectors.toCollection(TreeSet::new));
        for (YearMonth month : months) {
            Answer close = finance.tryPut(Services.BILLING, "/v1/month-closes/" + month, Api.object(), "");
            if (close.status() == 200) {
                issued[0] += close.number("statements");
            } else {
                open.add(month + " (" + close.body().path("detail").asText() + ")");
            }
        }
        console.say(months.size() - open.size() + " months are closed, with " + issued[0] + " statements."
                + (open.isEmpty() ? "" : " Still open: " + String.join(", ", open)));
        for (JsonNode balance :
                finance.get(Services.BILLING, "/v1/statements/balances").body()) {
            String currency = balance.path("currency").asText();
            long stated = balance.path("statedMinor").asLong();
            long notStated = balance.path("notStatedMinor").asLong();
            console.say(String.format(
                    Locale.ROOT,
                    "Statements %,d minor units of %s + %,d on none yet = partner accounts %,d, of %,d partners.",
                    stated,
                    currency,
                    notStated,
                    balance.path("accountsMinor").asLong(),
                    balance.path("partners").asLong()));
            compare(
                    "statements in " + currency + ", against partner accounts",
                    balance.path("accountsMinor").asText(),
                    Long.toString(stated + notStated));
            compare(
                    "partners whose statements in " + currency + " differ",
                    "0",
                    balance.path("differing").asText());
        }
    }

    private Sum booked() {
        for (JsonNode total : api.as("finance")
                .get(Services.BILLING, "/v1/reports/splits")
                .body()
                .path("totals")) {
            if (total.path("currency").asText().equals("USD")) {
                return new Sum(
                        total.path("count").asLong(), total.path("licenceMinor").asLong());
            }
        }
        return NOTHING;
    }

    private static void until(BooleanSupplier complete) {
        // What doesn't come in time is a difference, and the table shows it.
        var _ = Waiting.until(complete, PATIENCE, PAUSE);
    }

    private void compare(String what, String expected, String found) {
        lines.add(new Line(what, expected, found));
    }

    private static String text(Sum sum) {
        return String.format(
                Locale.ROOT, "%,d with %,d.%02d USD", sum.count(), sum.licenceMinor() / 100, sum.licenceMinor() % 100);
    }
}
