package org.ninetyten.partner.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.ninetyten.messaging.Correlation;

/** Remembers changes in the transaction that makes them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuditTrail {

    private final EntityManager entities;
    private final Clock clock;

    AuditTrail(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Appends a line. */
    public void append(AuditEntry entry) {
        entities.persist(
                new AuditRecord(UuidCreator.getTimeOrderedEpoch(), clock.instant(), entry, Correlation.current()));
    }
}
