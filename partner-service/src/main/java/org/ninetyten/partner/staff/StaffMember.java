package org.ninetyten.partner.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** A person who works for a partner from one day to another. Name and address never leave this service. */
@Entity
public class StaffMember {

    @Id
    private UUID id;

    private UUID partnerId;
    private @Nullable String externalId;
    private String name;
    private String email;
    private LocalDate employedFrom;
    private @Nullable LocalDate employedTo;

    @SuppressWarnings("NullAway.Init")
    protected StaffMember() {}

    StaffMember(UUID id, NewStaff person) {
        this.id = id;
        this.partnerId = person.partnerId();
        this.externalId = person.externalId();
        this.name = person.name();
        this.email = person.email();
        this.employedFrom = person.employedFrom();
    }

    StaffEvent.Joined joined(Instant now) {
        return new StaffEvent.Joined(partnerId, id, employedFrom, now);
    }

    /** Sets the last day of work. */
    StaffEvent.Left leave(LocalDate lastDay, Instant now) {
        if (employedTo != null) {
            throw ProblemException.illegalState(
                    "This person has left on " + employedTo + " already.", java.util.List.of());
        }
        if (lastDay.isBefore(employedFrom)) {
            throw ProblemException.invalid("employedTo", "must not be before the first day, " + employedFrom);
        }
        employedTo = lastDay;
        return new StaffEvent.Left(partnerId, id, lastDay, now);
    }

    public UUID id() {
        return id;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public @Nullable String externalId() {
        return externalId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public LocalDate employedFrom() {
        return employedFrom;
    }

    /** The last day of work; null while it is not known. */
    public @Nullable LocalDate employedTo() {
        return employedTo;
    }
}
