package org.ninetyten.academy.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

/** The enrolments. What changes one takes it locked, so that two changes of one enrolment follow each other. */
@ApplicationScoped
public class Enrolments implements PanacheRepositoryBase<Enrolment, UUID> {

    public Enrolment get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("enrolment", id));
    }

    public Enrolment getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("enrolment", id));
    }
}
