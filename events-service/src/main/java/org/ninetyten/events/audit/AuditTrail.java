package org.ninetyten.events.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.Correlation;

/** Records decisions about money in the transaction that takes them. */
@ApplicationScoped
public class AuditTrail {

    private final Session entities;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    AuditTrail(Session entities, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends an entry.
     *
     * @param who the name of the caller who decided
     * @param action what was done, such as {@code claim.decide}
     * @param subject what it was done to
     * @param before the figures before, if there were any
     * @param after the figures after
     * @param why the reason, if one was given
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(
            String who,
            String action,
            String subject,
            UUID subjectId,
            @Nullable Map<String, ?> before,
            Map<String, ?> after,
            @Nullable String why) {
        entities.createNativeMutationQuery("""
                        INSERT INTO audit_entry
                            (id, at, who, action, subject, subject_id, before, after, why, correlation_id)
                        VALUES (:id, :at, :who, :action, :subject, :subjectId, cast(:before AS jsonb),
                            cast(:after AS jsonb), :why, :correlationId)
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("at", clock.instant())
                .setParameter("who", who)
                .setParameter("action", action)
                .setParameter("subject", subject)
                .setParameter("subjectId", subjectId)
                .setParameter("before", before == null ? null : write(before), String.class)
                .setParameter("after", write(after))
                .setParameter("why", why, String.class)
                .setParameter("correlationId", Correlation.current())
                .executeUpdate();
    }

    private String write(Map<String, ?> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
