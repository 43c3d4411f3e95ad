package org.ninetyten.events.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** One version of the programme's figures. What was decided under a version stays so. */
@Entity
@Immutable
@Table(name = "programme_policy")
public class ProgrammePolicy {

    @Id
    private int version;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "reimbursement_basis_points")
    private int reimbursementBasisPoints;

    @Column(name = "lead_working_days")
    private int leadWorkingDays;

    @Column(name = "topic_gap_days")
    private int topicGapDays;

    @Column(name = "claim_window_days")
    private int claimWindowDays;

    @SuppressWarnings("NullAway.Init")
    protected ProgrammePolicy() {}

    /** A version with its figures, as the table holds it. */
    public ProgrammePolicy(
            int version,
            LocalDate validFrom,
            int reimbursementBasisPoints,
            int leadWorkingDays,
            int topicGapDays,
            int claimWindowDays) {
        this.version = version;
        this.validFrom = validFrom;
        this.reimbursementBasisPoints = reimbursementBasisPoints;
        this.leadWorkingDays = leadWorkingDays;
        this.topicGapDays = topicGapDays;
        this.claimWindowDays = claimWindowDays;
    }

    public int version() {
        return version;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /** The share of the cost that is paid back. */
    public Share share() {
        return new Share(reimbursementBasisPoints);
    }

    /** How many working days before the event a partner applies at the latest. */
    public int leadWorkingDays() {
        return leadWorkingDays;
    }

    /** How many days lie at least between two events on one topic in one city. */
    public int topicGapDays() {
        return topicGapDays;
    }

    /** How many days after the event a claim may be submitted. */
    public int claimWindowDays() {
        return claimWindowDays;
    }
}
