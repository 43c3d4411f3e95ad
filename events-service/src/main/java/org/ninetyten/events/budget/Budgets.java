package org.ninetyten.events.budget;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ninetyten.events.EventsProblem;
import org.ninetyten.messaging.http.ProblemException;

/** The budgets. Money moves by conditional statements, so that parallel approvals cannot overdraw. */
@ApplicationScoped
public class Budgets implements PanacheRepositoryBase<Budget, UUID> {

    private final EntityManager entities;

    @Inject
    Budgets(EntityManager entities) {
        this.entities = entities;
    }

    /** The budget of a year, region and currency. */
    public Optional<Budget> of(int year, Region region, String currency) {
        return find("year = ?1 and region = ?2 and currency = ?3", year, region, currency)
                .firstResultOptional();
    }

    /** Adds a budget unless there is one; returns its id, or nothing when there was one. */
    Optional<UUID> add(int year, Region region, String currency, long amountMinor, Instant at) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int added = entities.createNativeQuery("""
                        INSERT INTO budget (id, year, region, currency, amount_minor, created_at)
                        VALUES (:id, :year, :region, :currency, :amount, :at)
                        ON CONFLICT (year, region, currency) DO NOTHING
                        """)
                .setParameter("id", id)
                .setParameter("year", year)
                .setParameter("region", region.name())
                .setParameter("currency", currency)
                .setParameter("amount", amountMinor)
                .setParameter("at", at)
                .executeUpdate();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Sets money aside, or refuses when the budget has not enough left. */
    public void reserve(UUID id, long amountMinor) {
        int reserved = entities.createNativeQuery("""
                        UPDATE budget SET reserved_minor = reserved_minor + :amount
                        WHERE id = :id AND amount_minor - reserved_minor - spent_minor >= :amount
                        """)
                .setParameter("id", id)
                .setParameter("amount", amountMinor)
                .executeUpdate();
        if (reserved == 0) {
            throw new ProblemException(
                    EventsProblem.BUDGET_EXHAUSTED, "The budget " + id + " has less than " + amountMinor + " left");
        }
    }

    /** Ends a reservation: a part of it is spent, the rest is free again. */
    public void settle(UUID id, long reservedMinor, long spentMinor) {
        int settled = entities.createNativeQuery("""
                        UPDATE budget SET reserved_minor = reserved_minor - :reserved,
                            spent_minor = spent_minor + :spent
                        WHERE id = :id AND reserved_minor >= :reserved AND :spent <= :reserved
                        """)
                .setParameter("id", id)
                .setParameter("reserved", reservedMinor)
                .setParameter("spent", spentMinor)
                .executeUpdate();
        if (settled == 0) {
            throw new IllegalStateException("Budget " + id + " does not hold the reservation of " + reservedMinor);
        }
    }

    /** Ends a reservation of which nothing is spent. */
    public void release(UUID id, long reservedMinor) {
        settle(id, reservedMinor, 0);
    }
}
