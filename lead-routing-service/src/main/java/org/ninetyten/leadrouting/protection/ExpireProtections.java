package org.ninetyten.leadrouting.protection;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Ends protections whose time is over. Nobody waits for it: from the instant on that a row names, its protection counts
 * no more. Several instances share the work.
 */
@ApplicationScoped
public class ExpireProtections {

    private static final int AT_ONCE = 500;

    private final Protections protections;
    private final ProtectionEvents events;
    private final Clock clock;

    ExpireProtections(Protections protections, ProtectionEvents events, Clock clock) {
        this.protections = protections;
        this.events = events;
        this.clock = clock;
    }

    /** Ends up to five hundred and says how many there were. */
    @Transactional
    public int expireDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Protection> expired = protections.expire(now, AT_ONCE);
        events.publish(expired.stream()
                .<ProtectionEvent>map(ProtectionEvent.Ended::new)
                .toList());
        return expired.size();
    }

    @Scheduled(every = "1m", identity = "protections", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (expireDue() == AT_ONCE) {
            // There may be more.
        }
    }
}
