package org.ninetyten.leadrouting.deal;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.partner.IncomePoint;

/** One line of an estimate: what, how much of it, and who does and bills it. */
@Entity
public class EstimateLine {

    private static final long BASIS_POINTS = 10_000;

    @Id
    private UUID id;

    private int position;

    @Enumerated(EnumType.STRING)
    private IncomePoint incomePoint;

    private @Nullable String description;
    private int quantity;
    private long unitPriceMinor;
    private int taxBasisPoints;
    private long netMinor;
    private long taxMinor;
    private long refundedNetMinor;
    private long refundedTaxMinor;

    @Enumerated(EnumType.STRING)
    private Side performer;

    @Enumerated(EnumType.STRING)
    private Side billedBy;

    @SuppressWarnings("NullAway.Init")
    protected EstimateLine() {}

    /**
     * Computes net and tax; tax is rounded half up on each line, as invoices do.
     *
     * @throws ArithmeticException when an amount does not fit into a long
     */
    public EstimateLine(
            UUID id,
            int position,
            IncomePoint incomePoint,
            @Nullable String description,
            int quantity,
            long unitPriceMinor,
            int taxBasisPoints,
            Side performer,
            Side billedBy) {
        this.id = id;
        this.position = position;
        this.incomePoint = incomePoint;
        this.description = description;
        this.quantity = quantity;
        this.unitPriceMinor = unitPriceMinor;
        this.taxBasisPoints = taxBasisPoints;
        this.netMinor = Math.multiplyExact(unitPriceMinor, quantity);
        this.taxMinor = Math.addExact(Math.multiplyExact(netMinor, taxBasisPoints), BASIS_POINTS / 2) / BASIS_POINTS;
        this.performer = performer;
        this.billedBy = billedBy;
    }

    /**
     * Gives back a part of the line, with its tax. Tax is a share of what was refunded so far, less what was given back
     * before: whatever the parts are, the last one gives back exactly what is left.
     *
     * @param wantedNetMinor more than zero and no more than {@link #refundableMinor}
     */
    Refund.Line refund(long wantedNetMinor) {
        long refundedNet = Math.addExact(refundedNetMinor, wantedNetMinor);
        BigInteger net = BigInteger.valueOf(netMinor);
        long refundedTax = BigInteger.valueOf(taxMinor)
                .multiply(BigInteger.valueOf(refundedNet))
                .multiply(BigInteger.TWO)
                .add(net)
                .divide(net.multiply(BigInteger.TWO))
                .longValueExact();
        long tax = refundedTax - refundedTaxMinor;
        refundedNetMinor = refundedNet;
        refundedTaxMinor = refundedTax;
        return new Refund.Line(id, incomePoint, wantedNetMinor, tax);
    }

    /** What remains of the line without tax, and may still be refunded. */
    public long refundableMinor() {
        return netMinor - refundedNetMinor;
    }

    public long refundedNetMinor() {
        return refundedNetMinor;
    }

    public UUID id() {
        return id;
    }

    public int position() {
        return position;
    }

    public IncomePoint incomePoint() {
        return incomePoint;
    }

    public @Nullable String description() {
        return description;
    }

    public int quantity() {
        return quantity;
    }

    public long unitPriceMinor() {
        return unitPriceMinor;
    }

    public int taxBasisPoints() {
        return taxBasisPoints;
    }

    public long netMinor() {
        return netMinor;
    }

    public long taxMinor() {
        return taxMinor;
    }

    public Side performer() {
        return performer;
    }

    public Side billedBy() {
        return billedBy;
    }
}
