package org.ninetyten.local.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ninetyten.local.home.Console;
import org.ninetyten.local.home.DataOption;
import org.ninetyten.local.home.Services;
import org.ninetyten.local.rest.Answer;
import org.ninetyten.local.rest.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify-ledger",
        description = "Recomputes the hash chain of the ledger and names every row that is not as it was booked."
                + " Ends with 1 when there is one.")
public final class VerifyLedgerCommand implements Callable<Integer> {

    /** The whole ledger is read; a large one takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String ENTRIES = "/v1/ledger/journal-entries/";

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Console console = Console.standard();
        Api.Caller finance = new Api(data.home()).as("finance");
        console.say("Reading the whole ledger of billing-service …");
        Verification verification = Verification.of(finance.within(PATIENCE)
                .post(Services.BILLING, "/v1/ledger/verifications", Api.object(), "")
                .body());
        console.say(verification.summary());
        if (verification.intact()) {
            return 0;
        }
        console.blank();
        List<List<String>> rows = new ArrayList<>();
        Map<String, String> bookings = new HashMap<>();
        for (Verification.Finding finding : verification.findings()) {
            rows.add(List.of(
                    finding.kind(),
                    finding.position(),
                    finding.entryId(),
                    finding.line(),
                    finding.entryId().isEmpty()
                            ? ""
                            : bookings.computeIfAbsent(finding.entryId(), id -> booking(finance, id))));
        }
        console.table(List.of("FINDING", "POSITION", "ENTRY", "LINE", "AS IT IS NOW"), rows);
        return 1;
    }

    /** What the entry says today, which may be what somebody made of it. */
    private static String booking(Api.Caller finance, String entryId) {
        Answer entry = finance.tryGet(Services.BILLING, ENTRIES + entryId);
        return entry.status() == 200
                ? entry.text("kind") + " of " + entry.text("reference") + ", posted " + entry.text("postedAt")
                : "is not there";
    }
}
