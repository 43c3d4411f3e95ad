package org.ninetyten.partner.standing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.ninetyten.partner.tier.TierEvaluation;

/** An evaluation as it was made, kept for ever. */
@Entity
@Immutable
@Table(name = "tier_evaluation_record")
public class EvaluationRecord {

    @Id
    private UUID id;

    private UUID partnerId;
    private Instant evaluatedAt;
    private int ruleSetVersion;
    private String cause;

    @JdbcTypeCode(SqlTypes.JSON)
    private TierEvaluation evaluation;

    @SuppressWarnings("NullAway.Init")
    protected EvaluationRecord() {}

    EvaluationRecord(UUID id, UUID partnerId, Instant evaluatedAt, String cause, TierEvaluation evaluation) {
        this.id = id;
        this.partnerId = partnerId;
        this.evaluatedAt = evaluatedAt;
        this.ruleSetVersion = evaluation.ruleSetVersion();
        this.cause = cause;
        this.evaluation = evaluation;
    }

    public UUID partnerId() {
        return partnerId;
    }

    /** The rules that decided. */
    public int ruleSetVersion() {
        return ruleSetVersion;
    }

    public Instant evaluatedAt() {
        return evaluatedAt;
    }

    /** What made somebody look. */
    public String cause() {
        return cause;
    }

    public TierEvaluation evaluation() {
        return evaluation;
    }
}
