package org.ninetyten.academy.attempt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ninetyten.messaging.http.ProblemException;

@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, UUID> {

    Attempt get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("attempt", id));
    }

    /** Whose attempt it is, without reading the attempt. */
    UUID enrolmentOf(UUID id) {
        return getEntityManager()
                .createQuery("select enrolmentId from Attempt where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("attempt", id));
    }

    UUID partnerOf(UUID id) {
        return getEntityManager()
                .createQuery("select partnerId from Attempt where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("attempt", id));
    }

    /** All attempts of an enrolment, the first one first. */
    List<Attempt> of(UUID enrolmentId) {
        return list("enrolmentId = ?1 order by ordinal", enrolmentId);
    }
}
