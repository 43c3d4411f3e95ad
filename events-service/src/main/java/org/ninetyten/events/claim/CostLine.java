package org.ninetyten.events.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of a claim and, once it is decided, what was found eligible and paid back of it. */
@Entity
@Table(name = "cost_line")
public class CostLine {

    @Id
    private UUID id;

    @Column(name = "claim_id")
    private UUID claimId;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private CostCategory category;

    private String supplier;

    @Column(name = "supplier_tax_id")
    private String supplierTaxId;

    @Column(name = "invoice_number")
    private String invoiceNumber;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    @Column(name = "invoice_date")
    private LocalDate invoiceDate;

    @Column(name = "net_minor")
    private long netMinor;

    private @Nullable String description;

    @Column(name = "eligible_minor")
    private @Nullable Long eligibleMinor;

    @Column(name = "approved_minor")
    private @Nullable Long approvedMinor;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected CostLine() {}

    /** What is found eligible of the line, what is paid back, and why it is not all of it. */
    void decide(long eligible, long approved, @Nullable String why) {
        eligibleMinor = eligible;
        approvedMinor = approved;
        reason = why;
    }

    public UUID id() {
        return id;
    }

    public UUID claimId() {
        return claimId;
    }

    public int ordinal() {
        return ordinal;
    }

    public CostCategory category() {
        return category;
    }

    public String supplier() {
        return supplier;
    }

    public String supplierTaxId() {
        return supplierTaxId;
    }

    public String invoiceNumber() {
        return invoiceNumber;
    }

    public LocalDate invoiceDate() {
        return invoiceDate;
    }

    public long netMinor() {
        return netMinor;
    }

    public @Nullable String description() {
        return description;
    }

    public @Nullable Long eligibleMinor() {
        return eligibleMinor;
    }

    public @Nullable Long approvedMinor() {
        return approvedMinor;
    }

    public @Nullable String reason() {
        return reason;
    }
}
