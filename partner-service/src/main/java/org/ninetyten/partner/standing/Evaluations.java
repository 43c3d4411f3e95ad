package org.ninetyten.partner.standing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All evaluations that were ever made. */
@ApplicationScoped
public class Evaluations implements PanacheRepositoryBase<EvaluationRecord, UUID> {

    /** The partner's latest. */
    public Optional<EvaluationRecord> latest(UUID partnerId) {
        return find("partnerId = ?1 order by id desc", partnerId).range(0, 0).firstResultOptional();
    }
}
