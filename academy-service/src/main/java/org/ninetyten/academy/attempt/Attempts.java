package org.ninetyten.academy.attempt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    Attempt get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("attempt", id));
    }

    Attempt getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("attempt", id));
    }

    /** All attempts of an enrolment, the first one first. */
    List<Attempt> of(UUID enrolmentId) {
        return list("enrolmentId = ?1 order by ordinal", enrolmentId);
    }
}
