package org.ninetyten.leadrouting.lead;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lead held out to one partner until an instant. It is answered once, by compare-and-set in {@link Offers}. */
@Entity
public class Offer {

    @Id
    private UUID id;

    private UUID leadId;
    private UUID partnerId;
    private int ordinal;

    @Enumerated(EnumType.STRING)
    private OfferState state;

    private UUID decisionId;
    private int policyVersion;
    private Instant offeredAt;
    private Instant expiresAt;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason declineReason;

    private @Nullable String declineNote;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    Offer(
            UUID id,
            UUID leadId,
            UUID partnerId,
            int ordinal,
            UUID decisionId,
            int policyVersion,
            Instant offeredAt,
            Instant expiresAt) {
        this.id = id;
        this.leadId = leadId;
        this.partnerId = partnerId;
        this.ordinal = ordinal;
        this.state = OfferState.PENDING;
        this.decisionId = decisionId;
        this.policyVersion = policyVersion;
        this.offeredAt = offeredAt;
        this.expiresAt = expiresAt;
    }

    public UUID id() {
        return id;
    }

    public UUID leadId() {
        return leadId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public int ordinal() {
        return ordinal;
    }

    public OfferState state() {
        return state;
    }

    public UUID decisionId() {
        return decisionId;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    public @Nullable String answeredBy() {
        return answeredBy;
    }

    public @Nullable DeclineReason declineReason() {
        return declineReason;
    }

    public @Nullable String declineNote() {
        return declineNote;
    }
}
