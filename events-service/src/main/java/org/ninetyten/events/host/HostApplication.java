package org.ninetyten.events.host;

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
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.events.budget.Region;
import org.ninetyten.events.policy.ProgrammePolicy;
import org.ninetyten.messaging.http.ProblemException;

/** A partner's application to host an event. */
@Entity
@Table(name = "host_application")
public class HostApplication {

    private static final List<ApplicationStatus> UNDECIDED =
            List.of(ApplicationStatus.SUBMITTED, ApplicationStatus.UNDER_REVIEW);

    @Id
    private UUID id;

    @Column(name = "partner_id")
    private UUID partnerId;

    @Column(name = "budget_id")
    private @Nullable UUID budgetId;

    @Enumerated(EnumType.STRING)
    private Region region;

    private int year;

    private String city;

    private String country;

    private String topic;

    private String title;

    // Sent as it is: the wall time must not pass through the zone of the machine.
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "starts_at")
    private LocalDateTime startsAt;

    @Column(name = "time_zone")
    private String timeZone;

    private int capacity;

    private String plan;

    @Column(name = "cost_minor")
    private long costMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private boolean late;

    @Column(name = "policy_version")
    private int policyVersion;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    private @Nullable String reason;

    @Column(name = "waiver_reason")
    private @Nullable String waiverReason;

    @Column(name = "approved_minor")
    private @Nullable Long approvedMinor;

    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected HostApplication() {}

    @SuppressWarnings("NullAway.Init")
    private HostApplication(UUID partnerId, HostProposal proposal, ProgrammePolicy policy, boolean late, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.partnerId = partnerId;
        region = proposal.region();
        year = proposal.year();
        city = proposal.city();
        country = proposal.country();
        topic = proposal.topic();
        title = proposal.title();
        startsAt = proposal.startsAt();
        timeZone = proposal.timeZone();
        capacity = proposal.capacity();
        plan = proposal.plan();
        costMinor = proposal.costMinor();
        currency = proposal.currency();
        status = ApplicationStatus.SUBMITTED;
        this.late = late;
        policyVersion = policy.version();
        submittedAt = at;
    }

    /**
     * A partner applies. Less lead time than the policy asks for, counted on the calendar of the event's own zone,
     * marks the application as late.
     */
    static HostApplication submit(
            UUID partnerId, @Nullable UUID budgetId, HostProposal proposal, ProgrammePolicy policy, Instant at) {
        LocalDate appliedOn = at.atZone(proposal.zone()).toLocalDate();
        LocalDate lastDay = WorkingDays.before(proposal.startsOn(), policy.leadWorkingDays());
        HostApplication application = new HostApplication(partnerId, proposal, policy, appliedOn.isAfter(lastDay), at);
        application.budgetId = budgetId;
        return application;
    }

    /** Marketing looks at it. */
    void review() {
        if (status != ApplicationStatus.SUBMITTED) {
            throw ProblemException.illegalState("The application is " + status, List.of(ApplicationStatus.SUBMITTED));
        }
        status = ApplicationStatus.UNDER_REVIEW;
    }

    /** Refuses a decision that cannot be an approval: it is decided already, or late without a waiver. */
    void mustBeApprovable(@Nullable String waiver) {
        mustBeUndecided();
        if (late && waiver == null) {
            throw new ProblemException(
                    EventsProblem.APPLICATION_TOO_LATE,
                    "The application was late: it can be approved with a waiver that says why");
        }
    }

    /** Marketing approves it; the waiver is kept only where one was needed. */
    void approve(UUID budget, long reservedMinor, UUID event, @Nullable String waiver, Instant at) {
        mustBeApprovable(waiver);
        status = ApplicationStatus.APPROVED;
        budgetId = budget;
        approvedMinor = reservedMinor;
        eventId = event;
        waiverReason = late ? waiver : null;
        decidedAt = at;
    }

    /** Marketing rejects it and says why. */
    void reject(String why, Instant at) {
        mustBeUndecided();
        status = ApplicationStatus.REJECTED;
        reason = why;
        decidedAt = at;
    }

    private void mustBeUndecided() {
        if (!UNDECIDED.contains(status)) {
            throw ProblemException.illegalState("The application is " + status, UNDECIDED);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public @Nullable UUID budgetId() {
        return budgetId;
    }

    public Region region() {
        return region;
    }

    public int year() {
        return year;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    public String topic() {
        return topic;
    }

    public String title() {
        return title;
    }

    public LocalDateTime startsAt() {
        return startsAt;
    }

    public String timeZone() {
        return timeZone;
    }

    public int capacity() {
        return capacity;
    }

    public String plan() {
        return plan;
    }

    public long costMinor() {
        return costMinor;
    }

    public String currency() {
        return currency;
    }

    public ApplicationStatus status() {
        return status;
    }

    /** Whether it came with less lead time than the policy asks for. */
    public boolean late() {
        return late;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String waiverReason() {
        return waiverReason;
    }

    public @Nullable Long approvedMinor() {
        return approvedMinor;
    }

    public @Nullable UUID eventId() {
        return eventId;
    }

    public long version() {
        return version;
    }
}
