package org.ninetyten.leadrouting.deal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.messaging.http.ProblemException;

/** A sale in the making, from an accepted lead to won or lost, with its estimate. */
@Entity
public class Deal {

    @Id
    private UUID id;

    private UUID leadId;
    private @Nullable String externalId;
    private UUID partnerId;
    private UUID customerId;
    private @Nullable String customerCountry;
    private String product;
    private String currency;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable LostReason lostReason;

    private @Nullable LocalDate closedOn;
    private Instant openedAt;
    private Instant changedAt;
    private long licenceMinor;
    private long totalMinor;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "deal_id", nullable = false)
    @OrderBy("position")
    private List<EstimateLine> lines;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    private Deal(UUID id, Lead lead, UUID partnerId, String currency, @Nullable String externalId, Instant now) {
        this.id = id;
        this.leadId = lead.id();
        this.externalId = externalId;
        this.partnerId = partnerId;
        this.customerId = lead.customerId();
        this.customerCountry = lead.country();
        this.product = lead.product();
        this.currency = currency;
        this.status = DealStatus.OPEN;
        this.openedAt = now;
        this.changedAt = now;
        this.lines = new ArrayList<>();
    }

    /** Opens a deal from a lead that its partner has accepted. */
    public static Deal open(
            UUID id, Lead lead, UUID partnerId, String currency, @Nullable String externalId, Instant now) {
        return new Deal(id, lead, partnerId, currency, externalId, now);
    }

    /** Replaces the estimate and says how it stands against 90/10. */
    public NinetyTen estimate(List<EstimateLine> newLines, Instant now) {
        if (status != DealStatus.OPEN && status != DealStatus.PROPOSED) {
            throw ProblemException.illegalState(
                    "The deal is " + status + "; its estimate can no longer change.", status.next());
        }
        NinetyTen check;
        try {
            check = NinetyTen.check(newLines);
        } catch (ArithmeticException e) {
            throw new ProblemException(DealProblem.AMOUNT_TOO_LARGE, "The sum of the estimate is too large.");
        }
        lines.clear();
        lines.addAll(newLines);
        licenceMinor = check.licenceMinor();
        totalMinor = check.totalMinor();
        if (!newLines.isEmpty()) {
            status = DealStatus.PROPOSED;
        }
        changedAt = now;
        return check;
    }

    /** The customer has signed; the day is the invoice date. */
    public void win(LocalDate day, Instant now) {
        if (status == DealStatus.OPEN || (status == DealStatus.PROPOSED && lines.isEmpty())) {
            throw new ProblemException(DealProblem.DEAL_WITHOUT_LINES, "Write the estimate first.");
        }
        move(DealStatus.WON, now);
        closedOn = day;
    }

    public void lose(LostReason reason, LocalDate day, Instant now) {
        move(DealStatus.LOST, now);
        lostReason = reason;
        closedOn = day;
    }

    private void move(DealStatus to, Instant now) {
        if (!status.next().contains(to)) {
            throw ProblemException.illegalState(
                    "The deal is " + status + " and cannot become " + to + ".", status.next());
        }
        status = to;
        changedAt = now;
    }

    public NinetyTen ninetyTen() {
        return NinetyTen.check(lines);
    }

    public long licenceMinor() {
        return licenceMinor;
    }

    public long totalMinor() {
        return totalMinor;
    }

    public UUID id() {
        return id;
    }

    public UUID leadId() {
        return leadId;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UUID customerId() {
        return customerId;
    }

    public @Nullable String customerCountry() {
        return customerCountry;
    }

    public String product() {
        return product;
    }

    public String currency() {
        return currency;
    }

    public DealStatus status() {
        return status;
    }

    public @Nullable LostReason lostReason() {
        return lostReason;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public List<EstimateLine> lines() {
        return List.copyOf(lines);
    }

    public long version() {
        return version;
    }
}
