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
import org.ninetyten.leadrouting.settings.LeadRoutingConfig;
import org.ninetyten.messaging.Correlation;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/**
 * Takes in a file of leads. It is read once, while it arrives; one portion is read while the one before is written, and no
 * more than these two are in memory. What is committed stays, so the same file sent again goes on behind it.
 */
@ApplicationScoped
public class ImportLeads {

    private final LeadImports imports;
    private final WritePortion writePortion;
    private final LeadRoutingConfig config;
    private final Clock clock;

    ImportLeads(LeadImports imports, WritePortion writePortion, LeadRoutingConfig config, Clock clock) {
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
            long from = before.position();
            List<LeadRows.Row> portion = new ArrayList<>(config.importBatch());
            try {
                while (rows.next()) {
                    rows.addTo(digest);
                    portion.add(rows.read());
                    if (portion.size() == config.importBatch()) {
                        write(writer, new WritePortion.Portion(from, portion, soFar()));
                        from += portion.size();
                        portion = new ArrayList<>(config.importBatch());
                    }
                }
            } catch (LeadRows.Unreadable e) {
                // What stands before the broken place is good.
                writeLast(writer, from, portion);
                throw e;
            } catch (IOException e) {
                awaitWritten();
                throw e;
            }
            writeLast(writer, from, portion);
        }

        private void writeLast(ExecutorService writer, long from, List<LeadRows.Row> portion) {
            if (!portion.isEmpty()) {
                write(writer, new WritePortion.Portion(from, portion, soFar()));
            }
            awaitWritten();
        }

        private void write(ExecutorService writer, WritePortion.Portion portion) {
            awaitWritten();
            writing = writer.submit(() -> {
                Correlation.begin(correlationId);
                try {
                    writePortion.write(id, portion);
                } finally {
                    Correlation.end();
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
