package org.ninetyten.events.host;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** The host applications. */
@ApplicationScoped
public class HostApplications implements PanacheRepositoryBase<HostApplication, UUID> {

    /** An application that exists. */
    public HostApplication get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("host application", id));
    }

    /** An application, locked until the transaction ends, so that it is decided once. */
    HostApplication lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("host application", id));
    }

    /** The oldest applications first, after the given one. */
    public List<HostApplication> list(
            @Nullable UUID partnerId, @Nullable ApplicationStatus status, @Nullable UUID after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (partnerId != null) {
            where.append(" and partnerId = :partnerId");
            parameters.put("partnerId", partnerId);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        if (after != null) {
            where.append(" and id > :after");
            parameters.put("after", after);
        }
        return find(where + " order by id", parameters).page(0, limit).list();
    }
}
