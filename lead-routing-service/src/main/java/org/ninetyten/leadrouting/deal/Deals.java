package org.ninetyten.leadrouting.deal;

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

/** All deals. */
@ApplicationScoped
public class Deals implements PanacheRepositoryBase<Deal, UUID> {

    /**
     * What a list of deals is narrowed to.
     *
     * @param before the id of the last deal on the page before
     */
    public record DealFilter(
            @Nullable DealStatus status,
            @Nullable UUID partnerId,
            @Nullable String externalId,
            @Nullable UUID leadId,
            @Nullable UUID before) {}

    public Deal require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("deal", id));
    }

    Deal lock(UUID id) {
        Deal deal = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (deal == null) {
            throw ProblemException.notFound("deal", id);
        }
        return deal;
    }

    Optional<Deal> ofLead(UUID leadId) {
        return find("leadId", leadId).firstResultOptional();
    }

    /** The last deal that the customer bought, refunded or not. */
    Optional<Deal> latestWon(UUID customerId) {
        return find(
                        "customerId = ?1 and status in ?2 order by id desc",
                        customerId,
                        List.of(DealStatus.WON, DealStatus.REFUNDED))
                .firstResultOptional();
    }

    /** Whether a renewal of the deal is open. */
    boolean isBeingRenewed(UUID dealId) {
        return count("renewsDealId = ?1 and status in ?2", dealId, List.of(DealStatus.OPEN, DealStatus.PROPOSED)) > 0;
    }

    /** Whether a deal with the customer was won before, refunded or not. */
    boolean hasBought(UUID customerId) {
        return count("customerId = ?1 and status in ?2", customerId, List.of(DealStatus.WON, DealStatus.REFUNDED)) > 0;
    }

    /** Deals, newest first. */
    public List<Deal> list(DealFilter filter, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new HashMap<>();
        narrow(where, values, "status = :status", "status", filter.status());
        narrow(where, values, "partnerId = :partnerId", "partnerId", filter.partnerId());
        narrow(where, values, "externalId = :externalId", "externalId", filter.externalId());
        narrow(where, values, "leadId = :leadId", "leadId", filter.leadId());
        narrow(where, values, "id < :before", "before", filter.before());
        return find(where + " order by id desc", values).page(0, limit).list();
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
