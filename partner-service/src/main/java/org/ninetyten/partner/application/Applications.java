package org.ninetyten.partner.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** All applications. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<Application, UUID> {

    Application locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("application", id));
    }

    /** The application for reading, or a refusal. */
    public Application existing(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("application", id));
    }

    List<Application> of(String country, String taxId) {
        return list("country = ?1 and taxId = ?2", country, taxId);
    }

    /** The applications after an id, oldest first. */
    public List<Application> find(@Nullable ApplicationStatus status, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        if (status != null) {
            where.append(" and status = :status");
            values.put("status", status);
        }
        if (after != null) {
            where.append(" and id > :after");
            values.put("after", after);
        }
        return find(where + " order by id", values).range(0, limit - 1).list();
    }
}
