package org.ninetyten.leadrouting.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** Takes in a file of leads while it arrives, in portions. Nothing can be simulated with it before all of it is there. */
@ApplicationScoped
public class TakeSimulationFile {

    private static final int MOST_REJECTED = 100_000;

    private final SimulationFiles files;
    private final Simulations simulations;
    private final LeadRoutingConfig config;
    private final Clock clock;

    TakeSimulationFile(SimulationFiles files, Simulations simulations, LeadRoutingConfig config, Clock clock) {
        this.files = files;
        this.simulations = simulations;
        this.config = config;
        this.clock = clock;
    }

    /** The file, and whether it was new. */
    public record Taken(SimulationFile file, boolean isNew) {}

    /**
     * Takes in the file. One that broke off begins anew; the same one again changes nothing.
     *
     * @param client who sends it
     * @param key what it calls the file
     * @param rows closed by the caller
     * @throws ProblemException 400 for too many rows; 409 while another request sends the same file; 422 when there is
     *     another file under the key
     */
    public Taken take(String client, String key, FileRows rows) throws IOException {
        UUID id = files.begin(client, key, clock.instant()).id();
        try (var _ = simulations
                .hold(id)
                .orElseThrow(() -> new ProblemException(
                        GeneralProblem.IDEMPOTENCY_KEY_IN_USE, "This file is being sent by another request."))) {
            SimulationFile known = files.find(id).orElseThrow();
            if (known.ready()) {
                while (rows.next() != null) {
                    // Only what it says is compared.
                }
                if (!rows.digest().equals(known.digest())) {
                    throw new ProblemException(
                            GeneralProblem.IDEMPOTENCY_KEY_REUSED,
                            "Another file was sent under this key. Use a new key for it.");
                }
                return new Taken(known, false);
            }
            files.empty(id);
            read(id, rows);
            return new Taken(files.close(id, rows.digest(), rows.compares()), true);
        }
    }

    private void read(UUID id, FileRows rows) throws IOException {
        List<FileRows.Row.Taken> leads = new ArrayList<>();
        List<FileRows.Row.Rejected> rejected = new ArrayList<>();
        long taken = 0;
        long refused = 0;
        for (FileRows.Row row = rows.next(); row != null; row = rows.next()) {
            switch (row) {
                case FileRows.Row.Taken lead -> leads.add(lead);
                case FileRows.Row.Rejected one -> rejected.add(one);
            }
            if (leads.size() + rejected.size() >= config.simulationPortion()) {
                taken += leads.size();
                refused += rejected.size();
                files.add(id, leads, rejected);
                leads.clear();
                rejected.clear();
            }
            if (taken + leads.size() > config.simulationFileLeads()) {
                throw ProblemException.invalid("file", "must have at most " + config.simulationFileLeads() + " leads");
            }
            if (refused + rejected.size() > MOST_REJECTED) {
                throw ProblemException.invalid(
                        "file", "has more than " + MOST_REJECTED + " rows that are no leads; look at the first ones");
            }
        }
        files.add(id, leads, rejected);
    }
}
