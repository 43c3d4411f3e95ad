package org.ninetyten.events.registration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** The registrations of all events. */
@ApplicationScoped
public class Registrations implements PanacheRepositoryBase<Registration, UUID> {

    Optional<Registration> of(UUID eventId, Visitor visitor) {
        return find("eventId = ?1 and emailKey = ?2", eventId, visitor.key()).firstResultOptional();
    }

    Registration get(UUID eventId, UUID id) {
        return find("eventId = ?1 and id = ?2", eventId, id)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.notFound("registration", id));
    }

    int countPlaces(UUID eventId) {
        return Math.toIntExact(count("eventId = ?1 and status = ?2", eventId, RegistrationStatus.REGISTERED));
    }

    List<Registration> checkedIn(UUID eventId) {
        return list("eventId = ?1 and checkedInAt is not null order by id", eventId);
    }

    /** The registrations of an event in the order in which they came, after the given one. */
    public List<Registration> list(UUID eventId, @Nullable UUID after, int limit) {
        return (after == null
                        ? find("eventId = ?1 order by id", eventId)
                        : find("eventId = ?1 and id > ?2 order by id", eventId, after))
                .page(0, limit)
                .list();
    }
}
