package org.ninetyten.events.host;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
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
        Parameters parameters = new Parameters();
        if (partnerId != null) {
            where.append(" and partnerId = :partnerId");
            parameters.and("partnerId", partnerId);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.and("status", status);
        }
        if (after != null) {
            where.append(" and id > :after");
            parameters.and("after", after);
        }
        return find(where + " order by id", parameters).page(0, limit).list();
    }
}
