package org.ninetyten.partner.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of the audit trail. Written once; the database refuses to change or delete it. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // Read by people, with SQL.
class AuditRecord {

    @Id
    private UUID id;

    private Instant recordedAt;
    private String who;
    private String action;
    private String subjectType;
    private UUID subjectId;
    private @Nullable UUID partnerId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> before;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, Object> after;

    private @Nullable String why;
    private @Nullable String correlationId;

    @SuppressWarnings("NullAway.Init")
    protected AuditRecord() {}

    AuditRecord(UUID id, Instant recordedAt, AuditEntry entry, String correlationId) {
        this.id = id;
        this.recordedAt = recordedAt;
        this.who = entry.who();
        this.action = entry.action();
        this.subjectType = entry.subjectType();
        this.subjectId = entry.subjectId();
        this.partnerId = entry.partnerId();
        this.before = entry.before();
        this.after = entry.after();
        this.why = entry.why();
        this.correlationId = correlationId;
    }
}
