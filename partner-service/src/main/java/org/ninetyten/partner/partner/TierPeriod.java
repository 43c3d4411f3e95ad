package org.ninetyten.partner.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.partner.tier.Tier;

/** A time in which a partner has one tier: from a day on, up to and without another day or still open. */
@Entity
public class TierPeriod {

    @Id
    private UUID id;

    private UUID partnerId;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveTo;
    private int ruleSetVersion;
    private List<String> reasons;

    @SuppressWarnings("NullAway.Init")
    protected TierPeriod() {}

    TierPeriod(UUID id, UUID partnerId, Tier tier, LocalDate effectiveFrom, int ruleSetVersion, List<String> reasons) {
        this.id = id;
        this.partnerId = partnerId;
        this.tier = tier;
        this.effectiveFrom = effectiveFrom;
        this.ruleSetVersion = ruleSetVersion;
        this.reasons = reasons;
    }

    /** Ends it before the day; a tier that is left on the day it began has an empty period. */
    void endBefore(LocalDate day) {
        effectiveTo = day.isBefore(effectiveFrom) ? effectiveFrom : day;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public Tier tier() {
        return tier;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    /** The first day that no longer belongs to it; null while it lasts. */
    public @Nullable LocalDate effectiveTo() {
        return effectiveTo;
    }

    public int ruleSetVersion() {
        return ruleSetVersion;
    }

    public List<String> reasons() {
        return reasons;
    }
}
