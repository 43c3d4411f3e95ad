package org.ninetyten.events.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's place at an event, or on its waiting list. Personal data: none of it in {@code toString}. */
@Entity
@Table(name = "registration")
public class Registration {

    @Id
    private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "email_key")
    private String emailKey;

    private String name;

    private String email;

    private @Nullable String phone;

    private @Nullable String company;

    private String country;

    private String language;

    private List<String> needs;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    @Column(name = "consent_at")
    private Instant consentAt;

    @Column(name = "checked_in_at")
    private @Nullable Instant checkedInAt;

    @Column(name = "attendance_published_at")
    private @Nullable Instant attendancePublishedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Registration() {}

    private Registration(UUID eventId, Visitor visitor, RegistrationStatus status, Instant at) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.eventId = eventId;
        emailKey = visitor.key();
        name = visitor.name();
        email = visitor.email();
        phone = visitor.phone();
        company = visitor.company();
        country = visitor.country();
        language = visitor.language();
        needs = visitor.needs().stream().map(Enum::name).toList();
        this.status = status;
        consentAt = at;
    }

    /** A visitor registers and gives consent. */
    static Registration of(UUID eventId, Visitor visitor, RegistrationStatus status, Instant at) {
        return new Registration(eventId, visitor, status, at);
    }

    /** The visitor is there. Saying so again changes nothing. Somebody from the waiting list may have come as well. */
    void checkIn(Instant at) {
        if (checkedInAt == null) {
            checkedInAt = at;
        }
    }

    /** Marks the attendance as published; false when it was before, so that nobody becomes two leads. */
    boolean markAttendancePublished(Instant at) {
        if (checkedInAt == null || attendancePublishedAt != null) {
            return false;
        }
        attendancePublishedAt = at;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID eventId() {
        return eventId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public @Nullable String company() {
        return company;
    }

    public String country() {
        return country;
    }

    public String language() {
        return language;
    }

    public List<IncomePoint> needs() {
        return needs.stream().map(IncomePoint::valueOf).toList();
    }

    public RegistrationStatus status() {
        return status;
    }

    public @Nullable Instant checkedInAt() {
        return checkedInAt;
    }
}
