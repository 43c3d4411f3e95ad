package org.ninetyten.academy.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers who works for whom, as far as the academy has heard. */
@ApplicationScoped
public class StaffQueries {

    private static final String TERMINATED = "TERMINATED";

    private final EntityManager entities;
    private final Clock clock;

    StaffQueries(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** The partner that employs the person today. */
    public Optional<UUID> employerOf(UUID staffId) {
        List<?> employers = entities.createNativeQuery("""
                        select partner_id from employment
                        where staff_id = :staff and employed_from is not null
                          and (employed_to is null or employed_to >= :today)
                        order by employed_from desc limit 1
                        """, UUID.class)
                .setParameter("staff", staffId)
                .setParameter("today", today())
                .getResultList();
        return employers.stream().map(UUID.class::cast).findFirst();
    }

    /** Whether the person works for the partner today. */
    public boolean employs(UUID partnerId, UUID staffId) {
        return !entities.createNativeQuery("""
                        select 1 from employment
                        where staff_id = :staff and partner_id = :partner and employed_from is not null
                          and (employed_to is null or employed_to >= :today)
                        """)
                .setParameter("staff", staffId)
                .setParameter("partner", partnerId)
                .setParameter("today", today())
                .getResultList()
                .isEmpty();
    }

    /** Whether the network has parted with the partner. */
    public boolean isTerminated(UUID partnerId) {
        return !entities.createNativeQuery("select 1 from partner where partner_id = :partner and status = :terminated")
                .setParameter("partner", partnerId)
                .setParameter("terminated", TERMINATED)
                .getResultList()
                .isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
