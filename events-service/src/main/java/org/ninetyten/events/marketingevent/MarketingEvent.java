package org.ninetyten.events.marketingevent;

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
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.messaging.http.ProblemException;

/** An event that a partner hosts, with the money reserved for it. */
@Entity
@Table(name = "marketing_event")
public class MarketingEvent {

    @Id
    private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "host_partner_id")
    private UUID hostPartnerId;

    @Column(name = "budget_id")
    private UUID budgetId;

    private String currency;

    @Column(name = "approved_minor")
    private long approvedMinor;

    @Column(name = "reserved_minor")
    private long reservedMinor;

    @Column(name = "policy_version")
    private int policyVersion;

    private String title;

    private String topic;

    private String city;

    private String country;

    // Sent as it is: the wall time must not pass through the zone of the machine.
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    @Column(name = "starts_at")
    private LocalDateTime startsAt;

    @Column(name = "time_zone")
    private String timeZone;

    private int capacity;

    @Enumerated(EnumType.STRING)
    private EventStatus status;

    @Column(name = "scheduled_at")
    private Instant scheduledAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closing_reason")
    private @Nullable String closingReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MarketingEvent() {}

    @SuppressWarnings("NullAway.Init")
    private MarketingEvent(EventPlan plan, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        applicationId = plan.applicationId();
        hostPartnerId = plan.hostPartnerId();
        budgetId = plan.budgetId();
        currency = plan.currency();
        approvedMinor = plan.approvedMinor();
        reservedMinor = plan.approvedMinor();
        policyVersion = plan.policyVersion();
        title = plan.title();
        topic = plan.topic();
        city = plan.city();
        country = plan.country();
        startsAt = plan.startsAt();
        timeZone = plan.timeZone().getId();
        capacity = plan.capacity();
        status = EventStatus.SCHEDULED;
        scheduledAt = at;
    }

    /** Schedules an event for which the money is reserved. */
    static MarketingEvent schedule(EventPlan plan, Instant at) {
        return new MarketingEvent(plan, at);
    }

    /** The event took place. Only true after its start. */
    public void hold(Instant at) {
        mustBeScheduled();
        if (!hasStarted(at)) {
            throw new ProblemException(
                    EventsProblem.EVENT_NOT_STARTED, "The event starts at " + startsAt + " in " + timeZone);
        }
        status = EventStatus.HELD;
        closedAt = at;
    }

    /**
     * The event does not take place, or did not: what it is called depends on the start. Returns the reservation
     * that is free again.
     */
    long cancel(String reason, Instant at) {
        mustBeScheduled();
        status = hasStarted(at) ? EventStatus.NOT_HELD : EventStatus.CANCELLED;
        closedAt = at;
        closingReason = reason;
        return endReservation();
    }

    /** Ends the reservation and returns what was reserved. */
    public long endReservation() {
        long reserved = reservedMinor;
        reservedMinor = 0;
        return reserved;
    }

    /** Visitors may register as long as the event is ahead or not yet closed. */
    public void mustTakeRegistrations() {
        if (status != EventStatus.SCHEDULED) {
            throw new ProblemException(EventsProblem.EVENT_NOT_OPEN, "The event is " + status);
        }
    }

    /** Visitors are checked in from the day of the event on; those noted down offline are merged after it is held. */
    public void mustTakeCheckIns(Instant at) {
        if (status != EventStatus.SCHEDULED && status != EventStatus.HELD) {
            throw ProblemException.illegalState(
                    "The event is " + status, List.of(EventStatus.SCHEDULED, EventStatus.HELD));
        }
        if (at.isBefore(startsOn().atStartOfDay(zone()).toInstant())) {
            throw new ProblemException(
                    EventsProblem.EVENT_NOT_STARTED, "Check-in opens on the day of the event, " + startsOn());
        }
    }

    private void mustBeScheduled() {
        if (status != EventStatus.SCHEDULED) {
            throw ProblemException.illegalState("The event is " + status, List.of(EventStatus.SCHEDULED));
        }
    }

    /** Whether the local start has passed. */
    public boolean hasStarted(Instant at) {
        return !at.isBefore(startsAt.atZone(zone()).toInstant());
    }

    public UUID id() {
        return id;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public UUID hostPartnerId() {
        return hostPartnerId;
    }

    public UUID budgetId() {
        return budgetId;
    }

    public String currency() {
        return currency;
    }

    public long approvedMinor() {
        return approvedMinor;
    }

    public long reservedMinor() {
        return reservedMinor;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public String title() {
        return title;
    }

    public String topic() {
        return topic;
    }

    public String city() {
        return city;
    }

    public String country() {
        return country;
    }

    public LocalDateTime startsAt() {
        return startsAt;
    }

    /** The day of the event in its own zone. */
    public LocalDate startsOn() {
        return startsAt.toLocalDate();
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public int capacity() {
        return capacity;
    }

    public EventStatus status() {
        return status;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closingReason() {
        return closingReason;
    }

    public long version() {
        return version;
    }
}
