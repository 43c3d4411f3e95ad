package org.ninetyten.billing.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.ninetyten.billing.ledger.LedgerVerification.Finding;
import org.ninetyten.billing.ledger.LedgerVerification.Kind;

/** Recomputes the hash chain from the rows as they are and names each that is not as it was booked. */
@Startup
@ApplicationScoped
public class VerifyLedger {

    private static final Logger LOG = Logger.getLogger(VerifyLedger.class);
    private static final int MOST_FINDINGS = 100;

    private final ChainRows chain;
    private final LedgerVerifications verifications;
    private final LedgerConfig config;
    private final Clock clock;
    private final AtomicInteger found = new AtomicInteger();

    VerifyLedger(
            ChainRows chain,
            LedgerVerifications verifications,
            LedgerConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.chain = chain;
        this.verifications = verifications;
        this.config = config;
        this.clock = clock;
        Gauge.builder("ninetyten.billing.ledger.findings", found::get)
                .description("Rows of the ledger that the last verification found changed: always 0")
                .register(meters);
    }

    @Scheduled(cron = "0 47 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void verifyEachNight() {
        handle("schedule");
    }

    /**
     * Reads the chain in portions, each in a transaction of its own, since the whole may take minutes; entries may be posted
     * meanwhile. Says what it found in the log too, which another hand keeps.
     */
    public LedgerVerification handle(String who) {
        List<Finding> findings = new ArrayList<>();
        ChainRows.Head head = chain.head();
        long sealed = verifyLinks(head, findings);
        for (ChainRows.Head seen : verifications.heads()) {
            if (!chain.hashAt(seen.position()).equals(Optional.ofNullable(seen.hash()))) {
                add(findings, new Finding(Kind.CHAIN_REWRITTEN, seen.position(), null, null));
            }
        }
        chain.strangers(MOST_FINDINGS).forEach(id -> add(findings, new Finding(Kind.ENTRY_STRANGE, null, id, null)));
        LedgerVerification verification = new LedgerVerification(
                UuidCreator.getTimeOrderedEpoch(),
                clock.instant(),
                who,
                sealed,
                chain.waiting(),
                head.position(),
                head.hash(),
                findings);
        QuarkusTransaction.requiringNew().run(() -> verifications.add(verification));
        found.set(findings.size());
        if (verification.intact()) {
            LOG.infof(
                    "The ledger is intact: %d entries, head %d %s",
                    sealed, verification.headPosition(), verification.headHash());
        } else {
            LOG.errorf("The ledger is not as it was booked: %s", findings);
        }
        return verification;
    }

    private long verifyLinks(ChainRows.Head head, List<Finding> findings) {
        String before = null;
        long position = 0;
        long sealed = 0;
        for (long from = 0; from < head.position(); from += config.sealBatch()) {
            for (ChainRows.Pair pair : chain.pairs(from, Math.min(head.position(), from + config.sealBatch()))) {
                ChainRows.Link link = pair.link();
                if (link.position() != position + 1) {
                    add(findings, new Finding(Kind.LINK_MISSING, position + 1, null, null));
                } else if (!link.hash().equals(HashChain.next(before, link.rowDigests()))) {
                    add(findings, new Finding(Kind.LINK_CHANGED, link.position(), link.entryId(), null));
                }
                verifyRows(pair, findings);
                before = link.hash();
                position = link.position();
                sealed++;
            }
        }
        return sealed;
    }

    private static void verifyRows(ChainRows.Pair pair, List<Finding> findings) {
        ChainRows.Link link = pair.link();
        String header = pair.now().header();
        if (header == null) {
            add(findings, new Finding(Kind.ENTRY_MISSING, link.position(), link.entryId(), null));
            return;
        }
        if (!header.equals(link.rowDigests().getFirst())) {
            add(findings, new Finding(Kind.ENTRY_CHANGED, link.position(), link.entryId(), null));
        }
        int lines = link.rowDigests().size() - 1;
        Map<Integer, String> postings = pair.now().postings();
        for (int line = 1; line <= lines; line++) {
            String posting = postings.get(line);
            if (posting == null) {
                add(findings, new Finding(Kind.POSTING_MISSING, link.position(), link.entryId(), line));
            } else if (!posting.equals(link.rowDigests().get(line))) {
                add(findings, new Finding(Kind.POSTING_CHANGED, link.position(), link.entryId(), line));
            }
        }
        for (int line : postings.keySet()) {
            if (line < 1 || line > lines) {
                add(findings, new Finding(Kind.POSTING_ADDED, link.position(), link.entryId(), line));
            }
        }
    }

    private static void add(List<Finding> findings, Finding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
