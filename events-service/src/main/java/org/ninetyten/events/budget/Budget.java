package org.ninetyten.events.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The money for events of a year in a region and a currency. This is its readable side: what is reserved and spent is
 * moved by {@link Budgets} alone, with one conditional statement, since a value read before could be out of date.
 */
@Entity
@Immutable
@Table(name = "budget")
public class Budget {

    @Id
    private UUID id;

    private int year;

    @Enumerated(EnumType.STRING)
    private Region region;

    private String currency;

    @Column(name = "amount_minor")
    private long amountMinor;

    @Column(name = "reserved_minor")
    private long reservedMinor;

    @Column(name = "spent_minor")
    private long spentMinor;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Budget() {}

    public UUID id() {
        return id;
    }

    public int year() {
        return year;
    }

    public Region region() {
        return region;
    }

    public String currency() {
        return currency;
    }

    public long amountMinor() {
        return amountMinor;
    }

    public long reservedMinor() {
        return reservedMinor;
    }

    public long spentMinor() {
        return spentMinor;
    }

    /** What can still be reserved. */
    public long leftMinor() {
        return amountMinor - reservedMinor - spentMinor;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether it pays for events of this year, region and currency. */
    public boolean covers(int year, Region region, String currency) {
        return this.year == year && this.region == region && this.currency.equals(currency);
    }
}
