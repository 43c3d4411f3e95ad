package org.ninetyten.leadrouting.registration;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Makes known which cases nobody has decided in time, each once. Several instances share the work. */
@ApplicationScoped
public class EscalateCases {

    private static final Logger LOG = Logger.getLogger(EscalateCases.class);
    private static final int AT_ONCE = 200;

    private final Cases cases;
    private final RegistrationEvents events;
    private final Clock clock;

    EscalateCases(Cases cases, RegistrationEvents events, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    /** Escalates up to two hundred cases and says how many there were. */
    @Transactional
    public int escalateDue() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<RegistrationCase> late = cases.escalate(now, AT_ONCE);
        late.forEach(conflict -> {
            LOG.warnf("Case %s was to be decided by %s", conflict.id(), conflict.dueAt());
            events.publish(new RegistrationEvent.Escalated(conflict, now));
        });
        return late.size();
    }

    @Scheduled(every = "1m", identity = "registration-cases", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        while (escalateDue() == AT_ONCE) {
            // There may be more.
        }
    }
}
