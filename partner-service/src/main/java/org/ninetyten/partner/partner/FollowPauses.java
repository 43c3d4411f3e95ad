package org.ninetyten.partner.partner;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ninetyten.partner.audit.AuditEntry;
import org.ninetyten.partner.audit.AuditTrail;

/** Begins and ends pauses by themselves, on the day that was said, and tells the others. */
@ApplicationScoped
public class FollowPauses {

    private static final int BATCH = 200;

    private final Partners partners;
    private final PartnerEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    FollowPauses(Partners partners, PartnerEvents events, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks for pauses whose day has come. Any number of instances may: each leaves alone what another has locked. */
    @Scheduled(
            every = "${partner.pause-check:10s}",
            identity = "follow-pauses",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void follow() {
        Instant now = clock.instant();
        // It is a day later than in UTC at most.
        LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        for (Partner partner : partners.lockedToFollowPause(latest, BATCH)) {
            boolean before = partner.profile().capacity().paused();
            partner.followPause(now).ifPresent(changed -> {
                events.publish(List.of(changed));
                audit.append(new AuditEntry(
                        "calendar",
                        before ? "partner.resumed" : "partner.paused",
                        "partner",
                        partner.id(),
                        partner.id(),
                        Map.of("paused", before),
                        Map.of("paused", !before),
                        "the day that was said has come"));
            });
        }
    }
}
