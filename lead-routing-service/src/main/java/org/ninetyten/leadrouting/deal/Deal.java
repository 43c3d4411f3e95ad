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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.leadrouting.dealpolicy.DealPolicy;
import org.ninetyten.leadrouting.lead.Lead;
import org.ninetyten.messaging.http.ProblemException;

/** A sale in the making, from an accepted lead to won or lost, with its estimate. */
@Entity
public class Deal {

    @Id
    private UUID id;

    private @Nullable UUID leadId;
    private @Nullable UUID registrationId;
    private @Nullable UUID renewsDealId;
    private @Nullable UUID orderId;
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

    @Enumerated(EnumType.STRING)
    private @Nullable Sale sale;

    @Enumerated(EnumType.STRING)
    private @Nullable Sourcing sourcing;

    private @Nullable LocalDate closedOn;
    private @Nullable Instant closedAt;
    private @Nullable String timeZone;
    private Instant openedAt;
    private Instant changedAt;
    private long licenceMinor;
    private long totalMinor;
    private long refundedMinor;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "deal_id", nullable = false)
    @OrderBy("position")
    private List<EstimateLine> lines;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    private Deal(UUID id, UUID partnerId, UUID customerId, String product, String currency, Instant now) {
        this.id = id;
        this.partnerId = partnerId;
        this.customerId = customerId;
        this.product = product;
        this.currency = currency;
        this.status = DealStatus.OPEN;
        this.openedAt = now;
        this.changedAt = now;
        this.lines = new ArrayList<>();
    }

    /** Opens a deal from a lead that its partner has accepted. */
    public static Deal open(
            UUID id, Lead lead, UUID partnerId, String currency, @Nullable String externalId, Instant now) {
        Deal deal = new Deal(id, partnerId, lead.customerId(), lead.product(), currency, now);
        deal.leadId = lead.id();
        deal.externalId = externalId;
        deal.customerCountry = lead.country();
        deal.sourcing = partnerId.equals(lead.hostPartnerId()) ? Sourcing.SOURCED : Sourcing.ASSISTED;
        return deal;
    }

    /** Opens a deal with a customer that the partner has registered. */
    static Deal register(
            UUID id,
            UUID registrationId,
            UUID partnerId,
            UUID customerId,
            String country,
            String product,
            String currency,
            Sourcing sourcing,
            Instant now) {
        Deal deal = new Deal(id, partnerId, customerId, product, currency, now);
        deal.registrationId = registrationId;
        deal.customerCountry = country;
        deal.sourcing = sourcing;
        return deal;
    }

    /** Lets the deal carry out an order: its lines are what was ordered. */
    void carryOut(UUID order, List<EstimateLine> ordered, DealPolicy policy, Instant now) {
        orderId = order;
        estimate(ordered, policy, now);
    }

    /** Opens a further deal with a customer that has bought before. */
    static Deal followOn(UUID id, Deal before, UUID partnerId, String product, String currency, Instant now) {
        Deal deal = new Deal(id, partnerId, before.customerId, product, currency, now);
        deal.customerCountry = before.customerCountry;
        deal.sourcing = Sourcing.MANAGED;
        return deal;
    }

    /** Opens the deal that renews a won one; its estimate is written anew, since prices change. */
    static Deal renewal(UUID id, Deal won, UUID partnerId, Instant now) {
        Deal deal = followOn(id, won, partnerId, won.product, won.currency, now);
        deal.renewsDealId = won.id;
        return deal;
    }

    /** Replaces the estimate and says how it stands against 90/10. */
    public NinetyTen estimate(List<EstimateLine> newLines, DealPolicy policy, Instant now) {
        if (status != DealStatus.OPEN && status != DealStatus.PROPOSED) {
            throw ProblemException.illegalState(
                    "The deal is " + status + "; its estimate can no longer change.", status.next());
        }
        NinetyTen check;
        try {
            check = NinetyTen.check(newLines, rule(policy));
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

    /**
     * The customer has signed.
     *
     * @param policy says whether a licence of more than a tenth keeps the deal from being won
     * @param day the invoice date
     * @param zone whose date it is
     * @param which which sale to the customer this is
     */
    public void win(LocalDate day, ZoneId zone, Sale which, DealPolicy policy, Instant now) {
        if (status == DealStatus.OPEN || (status == DealStatus.PROPOSED && lines.isEmpty())) {
            throw new ProblemException(DealProblem.DEAL_WITHOUT_LINES, "Write the estimate first.");
        }
        if (status == DealStatus.PROPOSED) {
            refuseBlocked(ninetyTen(policy));
        }
        move(DealStatus.WON, now);
        sale = which;
        close(day, zone, now);
    }

    private static void refuseBlocked(NinetyTen check) {
        if (check.blocks()) {
            throw new ProblemException(
                            DealProblem.LICENCE_EXCEEDS_TENTH,
                            "Services of " + check.missingServicesMinor() + " minor units are missing.")
                    .field("lines", "lack " + check.suggestions());
        }
    }

    public void lose(LostReason reason, LocalDate day, ZoneId zone, Instant now) {
        move(DealStatus.LOST, now);
        lostReason = reason;
        close(day, zone, now);
    }

    private void close(LocalDate day, ZoneId zone, Instant now) {
        closedOn = day;
        closedAt = now;
        timeZone = zone.getId();
    }

    /**
     * Gives back a part of the deal, or all that remains of it.
     *
     * @param wanted each line at most once; nothing at all means everything that remains
     * @return what is given back, with tax
     */
    public List<Refund.Line> refund(List<Refund.Wanted> wanted, Instant now) {
        if (status != DealStatus.WON) {
            throw ProblemException.illegalState(
                    "The deal is " + status + "; only a won deal can be refunded.", status.next());
        }
        List<Refund.Line> refunded = new ArrayList<>();
        if (wanted.isEmpty()) {
            for (EstimateLine line : lines) {
                if (line.refundableMinor() > 0) {
                    refunded.add(line.refund(line.refundableMinor()));
                }
            }
            if (refunded.isEmpty()) {
                throw new ProblemException(DealProblem.NOTHING_TO_REFUND, "The deal's lines cost nothing.");
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            refunded.add(refundable(wanted.get(i), i).refund(wanted.get(i).netMinor()));
        }
        for (Refund.Line line : refunded) {
            refundedMinor = Math.addExact(refundedMinor, line.netMinor());
        }
        changedAt = now;
        if (refundedMinor == totalMinor) {
            move(DealStatus.REFUNDED, now);
        }
        return refunded;
    }

    private EstimateLine refundable(Refund.Wanted wanted, int position) {
        EstimateLine line = lines.stream()
                .filter(it -> it.id().equals(wanted.lineId()))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalid("lines[" + position + "].lineId", "is not a line of this deal"));
        if (wanted.netMinor() > line.refundableMinor()) {
            throw new ProblemException(
                            DealProblem.REFUND_EXCEEDS_LINE,
                            "Of line " + line.id() + " remain " + line.refundableMinor() + " minor units.")
                    .field("lines[" + position + "].netMinor", "must be at most " + line.refundableMinor());
        }
        return line;
    }

    private void move(DealStatus to, Instant now) {
        if (!status.next().contains(to)) {
            throw ProblemException.illegalState(
                    "The deal is " + status + " and cannot become " + to + ".", status.next());
        }
        status = to;
        changedAt = now;
    }

    /** How the estimate stands under the policy. */
    public NinetyTen ninetyTen(DealPolicy policy) {
        return NinetyTen.check(lines, rule(policy));
    }

    private NinetyTen.Rule rule(DealPolicy policy) {
        return new NinetyTen.Rule(policy.ninetyTenMode(), policy.suggestionOrder(), orderId != null);
    }

    /** The order from the website that the deal carries out. */
    public @Nullable UUID orderId() {
        return orderId;
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

    /** The lead that the deal came from; none when the partner brought the customer or had it already. */
    public @Nullable UUID leadId() {
        return leadId;
    }

    public @Nullable UUID registrationId() {
        return registrationId;
    }

    /** The won deal that this one renews. */
    public @Nullable UUID renewsDealId() {
        return renewsDealId;
    }

    /** Known once the deal is won. */
    public @Nullable Sale sale() {
        return sale;
    }

    public @Nullable Sourcing sourcing() {
        return sourcing;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** The IANA zone whose date {@link #closedOn} is. */
    public @Nullable String timeZone() {
        return timeZone;
    }

    /** What was given back so far, without tax. */
    public long refundedMinor() {
        return refundedMinor;
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
