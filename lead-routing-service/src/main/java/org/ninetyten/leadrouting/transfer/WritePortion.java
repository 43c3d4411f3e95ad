package org.ninetyten.leadrouting.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ninetyten.leadrouting.lead.CaptureLead;
import org.ninetyten.leadrouting.lead.CaptureLead.Captured;
import org.ninetyten.leadrouting.lead.CaptureLead.Prepared;
import org.ninetyten.leadrouting.lead.LeadStatus;
import org.ninetyten.messaging.http.ProblemException;

/** Writes one portion of a file, and with it how far the file has been written: both or neither. */
@ApplicationScoped
class WritePortion {

    private final CaptureLead captureLead;
    private final LeadImports imports;
    private final Clock clock;

    WritePortion(CaptureLead captureLead, LeadImports imports, Clock clock) {
        this.captureLead = captureLead;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * Rows that follow each other.
     *
     * @param from how many rows of the file come before them
     * @param digest of all rows of the file up to the last one here
     */
    record Portion(long from, List<Prepared> leads, List<LeadRows.Row> rejected, String digest) {

        long to() {
            return from + leads.size() + rejected.size();
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void write(UUID importId, Portion portion) {
        List<LeadRows.Row> rejected = portion.rejected();
        LeadImport.Counts counts = count(captureLead.captureAll(portion.leads()), rejected.size());
        imports.reject(importId, rejected);
        boolean advanced =
                imports.advance(importId, portion.from(), portion.to(), portion.digest(), counts, clock.instant());
        if (!advanced) {
            throw ProblemException.illegalState("The import is being read by another request.", List.of());
        }
    }

    private static LeadImport.Counts count(List<Captured> captured, int rejected) {
        long known = 0;
        long merged = 0;
        long review = 0;
        long spam = 0;
        for (Captured one : captured) {
            LeadStatus status = one.lead().status();
            if (!one.isNew()) {
                known++;
            } else if (status == LeadStatus.DUPLICATE) {
                merged++;
            } else if (status == LeadStatus.REVIEW) {
                review++;
            } else if (status == LeadStatus.SPAM) {
                spam++;
            }
        }
        long taken = captured.size() - known - merged - review - spam;
        return new LeadImport.Counts(taken, known, merged, review, spam, rejected);
    }
}
