package org.ninetyten.events.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.messaging.http.ProblemException;

/** The claims. */
@ApplicationScoped
public class Claims implements PanacheRepositoryBase<Claim, UUID> {

    /** A claim that exists. */
    public Claim get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("claim", id));
    }

    /** A claim, locked until the transaction ends, so that it is decided once. */
    Claim lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.notFound("claim", id));
    }

    boolean existsFor(UUID eventId) {
        return count("eventId", eventId) > 0;
    }

    Optional<Claim> lockOf(UUID eventId) {
        return find("eventId", eventId).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** The oldest claims first, after the given one. */
    public List<Claim> list(@Nullable UUID partnerId, @Nullable ClaimStatus status, @Nullable UUID after, int limit) {
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
