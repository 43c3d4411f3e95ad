package org.ninetyten.events.claim;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.claim.Reimbursement.Limit;
import org.ninetyten.events.marketingevent.EventStatus;
import org.ninetyten.events.marketingevent.MarketingEvent;
import org.ninetyten.events.policy.ProgrammePolicy;
import org.ninetyten.messaging.http.GeneralProblem;
import org.ninetyten.messaging.http.ProblemException;

/** A host's claim for the cost of an event. There is one for each event. */
@Entity
@Table(name = "claim")
public class Claim {

    private static final List<ClaimStatus> UNDECIDED = List.of(ClaimStatus.SUBMITTED, ClaimStatus.IN_REVIEW);
    private static final List<ClaimStatus> PAYABLE = List.of(ClaimStatus.APPROVED, ClaimStatus.PARTLY_APPROVED);

    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "partner_id")
    private UUID partnerId;

    private String currency;

    @Enumerated(EnumType.STRING)
    private ClaimStatus status;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    private LocalDate deadline;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "policy_version")
    private int policyVersion;

    @Column(name = "limit_minor")
    private long limitMinor;

    private int revision;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "eligible_minor")
    private @Nullable Long eligibleMinor;

    @Column(name = "approved_minor")
    private @Nullable Long approvedMinor;

    @Enumerated(EnumType.STRING)
    @Column(name = "limited_by")
    private @Nullable Limit limitedBy;

    @Column(name = "journal_entry_id")
    private @Nullable UUID journalEntryId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    private Claim(MarketingEvent event, LocalDate deadline, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        eventId = event.id();
        partnerId = event.hostPartnerId();
        currency = event.currency();
        status = ClaimStatus.OPEN;
        this.deadline = deadline;
        timeZone = event.zone().getId();
        policyVersion = event.policyVersion();
        limitMinor = event.approvedMinor();
        openedAt = at;
    }

    /** A host opens a claim for an event that was held, as long as the policy's days after it are not over. */
    static Claim open(MarketingEvent event, ProgrammePolicy policy, Instant at) {
        if (event.status() != EventStatus.HELD) {
            throw ProblemException.illegalState("The event is " + event.status(), List.of(EventStatus.HELD));
        }
        Claim claim = new Claim(event, event.startsOn().plusDays(policy.claimWindowDays()), at);
        claim.mustBeInTime(at);
        return claim;
    }

    /** The host writes its lines anew. */
    void replaceLines(Instant at) {
        mustBeOpen();
        mustBeInTime(at);
        revision++;
    }

    /** The host hands the claim in. */
    void submit(int lines, Instant at) {
        mustBeOpen();
        mustBeInTime(at);
        if (lines == 0) {
            throw new ProblemException(GeneralProblem.ILLEGAL_STATE, "A claim without cost lines cannot be submitted");
        }
        status = ClaimStatus.SUBMITTED;
        submittedAt = at;
    }

    /** The host did not submit it in time. True if it is over now, and was not before. */
    boolean expire(Instant at) {
        if (status != ClaimStatus.OPEN || !isOver(at)) {
            return false;
        }
        status = ClaimStatus.EXPIRED;
        return true;
    }

    /** Marketing looks at it. */
    void review() {
        if (status != ClaimStatus.SUBMITTED) {
            throw ProblemException.illegalState("The claim is " + status, List.of(ClaimStatus.SUBMITTED));
        }
        status = ClaimStatus.IN_REVIEW;
    }

    void mustBeUndecided() {
        if (!UNDECIDED.contains(status)) {
            throw ProblemException.illegalState("The claim is " + status, UNDECIDED);
        }
    }

    /**
     * Marketing decides it. It is approved in part when not all of its cost was eligible, and rejected when nothing
     * is paid back.
     */
    void decide(long claimedMinor, long eligible, Reimbursement reimbursement, Instant at) {
        mustBeUndecided();
        if (reimbursement.totalMinor() == 0) {
            status = ClaimStatus.REJECTED;
        } else {
            status = eligible == claimedMinor ? ClaimStatus.APPROVED : ClaimStatus.PARTLY_APPROVED;
        }
        eligibleMinor = eligible;
        approvedMinor = reimbursement.totalMinor();
        limitedBy = reimbursement.limitedBy();
        decidedAt = at;
    }

    /** Billing has posted the reimbursement as payable. Hearing it again changes nothing. */
    void paying(long amountMinor, String currency, UUID journalEntry) {
        if (status == ClaimStatus.PAYING || status == ClaimStatus.PAID) {
            return;
        }
        if (!PAYABLE.contains(status)
                || approvedMinor == null
                || approvedMinor != amountMinor
                || !this.currency.equals(currency)) {
            throw new IllegalStateException("Claim " + id + " is " + status + " with " + approvedMinor + " "
                    + this.currency + " approved, but " + amountMinor + " " + currency + " is payable");
        }
        status = ClaimStatus.PAYING;
        journalEntryId = journalEntry;
    }

    /** The money has arrived. It may be told before what was told of it being paid, which changes nothing then. */
    void paid(long amountMinor, String currency) {
        if ((status != ClaimStatus.PAID && status != ClaimStatus.PAYING && !PAYABLE.contains(status))
                || approvedMinor == null
                || approvedMinor != amountMinor
                || !this.currency.equals(currency)) {
            throw new IllegalStateException("Claim " + id + " is " + status + " with " + approvedMinor + " "
                    + this.currency + " approved, but " + amountMinor + " " + currency + " was paid");
        }
        status = ClaimStatus.PAID;
    }

    private void mustBeOpen() {
        if (status != ClaimStatus.OPEN) {
            throw ProblemException.illegalState("The claim is " + status, List.of(ClaimStatus.OPEN));
        }
    }

    private void mustBeInTime(Instant at) {
        if (isOver(at)) {
            throw new ProblemException(
                    EventsProblem.CLAIM_WINDOW_CLOSED, "The last day to claim for this event was " + deadline);
        }
    }

    private boolean isOver(Instant at) {
        return at.atZone(ZoneId.of(timeZone)).toLocalDate().isAfter(deadline);
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public String currency() {
        return currency;
    }

    public ClaimStatus status() {
        return status;
    }

    /** The last day to submit it, in the event's own zone. */
    public LocalDate deadline() {
        return deadline;
    }

    public int policyVersion() {
        return policyVersion;
    }

    /** The amount that was approved for the event, the most that is paid back. */
    public long limitMinor() {
        return limitMinor;
    }

    /** How often its lines were written. It makes every writing a new version, even one with the same lines. */
    public int revision() {
        return revision;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable Long eligibleMinor() {
        return eligibleMinor;
    }

    public @Nullable Long approvedMinor() {
        return approvedMinor;
    }

    public @Nullable Limit limitedBy() {
        return limitedBy;
    }

    public @Nullable UUID journalEntryId() {
        return journalEntryId;
    }

    public long version() {
        return version;
    }
}
