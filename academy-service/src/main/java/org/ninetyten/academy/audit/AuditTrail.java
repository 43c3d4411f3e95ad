package org.ninetyten.academy.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;

/** Appends to the audit record, in the transaction of the change. */
@ApplicationScoped
public class AuditTrail {

    private final EntityManager entities;
    private final Clock clock;

    AuditTrail(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** One change: who did what to which object, and why. */
    public record Change(
            String who,
            String action,
            String objectType,
            String objectId,
            @Nullable String before,
            @Nullable String after,
            @Nullable String why) {}

    @Transactional(TxType.MANDATORY)
    public void append(Change change) {
        entities.createNativeQuery("""
                        insert into audit_record
                            (id, at, who, action, object_type, object_id, before, after, why, correlation_id)
                        values (:id, :at, :who, :action, :type, :object, cast(:before as text), cast(:after as text),
                            cast(:why as text), cast(:correlation as text))
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("at", Timestamp.from(clock.instant()))
                .setParameter("who", change.who())
                .setParameter("action", change.action())
                .setParameter("type", change.objectType())
                .setParameter("object", change.objectId())
                .setParameter("before", change.before())
                .setParameter("after", change.after())
                .setParameter("why", change.why())
                .setParameter("correlation", Correlation.current())
                .executeUpdate();
    }
}
