package org.ninetyten.leadrouting.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.CaptureLead;
import org.ninetyten.leadrouting.lead.NewLead;
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Takes in a file of leads. It is read once, while it arrives; one portion is read, checked and given its keys while the
 * one before is written, and no more than these two are in memory. What is committed stays, so the same file sent again
 * goes on behind it.
 */
@ApplicationScoped
public class ImportLeads {

    /** After how many leads the index of the keys is made to answer for them without their table. */
    private static final int VACUUM_EVERY = 20_000;

    private final CaptureLead captureLead;
    private final LeadImports imports;
    private final WritePortion writePortion;
    private final LeadRoutingConfig config;
    private final Clock clock;

    ImportLeads(
            CaptureLead captureLead,
            LeadImports imports,
            WritePortion writePortion,
            LeadRoutingConfig config,
            Clock clock) {
        this.captureLead = captureLead;
        this.imports = imports;
        this.writePortion = writePortion;
        this.config = config;
        this.clock = clock;
    }

    /** The import, and whether it is a new one. */
    public record Imported(LeadImport about, boolean isNew) {}

    /**
     * Takes in the file, or what is left of it.
     *
     * @param client who sends it
     * @param key what it calls this import
     * @param rows read by nobody else, and closed by the caller
     * @throws ProblemException 409 while another request reads the same import, 422 when the file is another one
     */
    public Imported take(String client, String key, ImportFormat format, LeadRows rows) throws IOException {
        boolean isNew = imports.begin(client, key, format, clock.instant());
        LeadImport known = imports.require(client, key);
        try (var _ = imports.lock(known.id())
                .orElseThrow(() -> new ProblemException(
                        GeneralProblem.IDEMPOTENCY_KEY_IN_USE, "This import is being read by another request."))) {
            // Read anew under the lock: another request may have gone on meanwhile.
            LeadImport current = imports.find(known.id()).orElseThrow();
            if (current.format() != format) {
                throw anotherFile();
            }
            new Run(current, rows).take();
        }
        return new Imported(imports.find(known.id()).orElseThrow(), isNew);
    }

    private static ProblemException anotherFile() {
        return new ProblemException(
                GeneralProblem.IDEMPOTENCY_KEY_REUSED, "Another file was sent under this key. Use a new key for it.");
    }

    /** One reading of a file. */
    private final class Run {

        private final UUID id;
        private final LeadImport before;
        private final LeadRows rows;
        private final MessageDigest digest = sha256();
        private final String correlationId = Correlation.current();
        private @Nullable Future<?> writing;

        /** Seen by the writer alone. */
        private int sinceVacuum;

        private Run(LeadImport before, LeadRows rows) {
            this.id = before.id();
            this.before = before;
            this.rows = rows;
        }

        private void take() throws IOException {
            skipWhatIsCommitted();
            if (before.state() == ImportState.FINISHED) {
                if (rows.next()) {
                    throw anotherFile();
                }
                return;
            }
            imports.state(id, ImportState.RUNNING, null, null, clock.instant());
            try (ExecutorService writer = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("lead-import-", 0).factory())) {
                copy(writer);
                imports.state(id, ImportState.FINISHED, null, null, clock.instant());
            } catch (LeadRows.Unreadable e) {
                imports.state(id, ImportState.FAILED, e.line(), e.getMessage(), clock.instant());
            } catch (IOException | RuntimeException e) {
                imports.state(id, ImportState.INTERRUPTED, null, null, clock.instant());
                throw e;
            }
        }

        private void skipWhatIsCommitted() throws IOException {
            rows.addPreambleTo(digest);
            for (long row = 0; row < before.position(); row++) {
                if (!rows.next()) {
                    throw anotherFile();
                }
                rows.addTo(digest);
            }
            String committed = before.digest();
            if (committed != null && !committed.equals(soFar())) {
                throw anotherFile();
            }
        }

        private void copy(ExecutorService writer) throws IOException {
            Reading portion = new Reading(before.position());
            try {
                while (rows.next()) {
                    rows.addTo(digest);
                    portion.add(rows.read());
                    if (portion.size() == config.importBatch()) {
                        write(writer, portion);
                        portion = new Reading(portion.to());
                    }
                }
            } catch (LeadRows.Unreadable e) {
                // What stands before the broken place is good.
                writeLast(writer, portion);
                throw e;
            } catch (IOException e) {
                awaitWritten();
                throw e;
            }
            writeLast(writer, portion);
        }

        private void writeLast(ExecutorService writer, Reading portion) {
            if (portion.size() > 0) {
                write(writer, portion);
            }
            awaitWritten();
        }

        private void write(ExecutorService writer, Reading read) {
            WritePortion.Portion portion = new WritePortion.Portion(read.from, read.leads, read.rejected, soFar());
            awaitWritten();
            writing = writer.submit(() -> {
                Correlation.begin(correlationId);
                try {
                    writePortion.write(id, portion);
                } finally {
                    Correlation.end();
                }
                sinceVacuum += portion.leads().size();
                if (sinceVacuum >= VACUUM_EVERY) {
                    sinceVacuum = 0;
                    imports.vacuumKeys();
                }
            });
        }

        private void awaitWritten() {
            Future<?> last = writing;
            if (last == null) {
                return;
            }
            writing = null;
            try {
                last.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The service is stopping.");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }

        private String soFar() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A portion that is being read. */
    private final class Reading {

        private final long from;
        private final List<CaptureLead.Prepared> leads = new ArrayList<>(config.importBatch());
        private final List<LeadRows.Row> rejected = new ArrayList<>();

        private Reading(long from) {
            this.from = from;
        }

        private void add(LeadRows.Row row) {
            NewLead lead = row.lead();
            if (lead == null) {
                rejected.add(row);
            } else {
                leads.add(captureLead.prepare(lead));
            }
        }

        private int size() {
            return leads.size() + rejected.size();
        }

        private long to() {
            return from + size();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
