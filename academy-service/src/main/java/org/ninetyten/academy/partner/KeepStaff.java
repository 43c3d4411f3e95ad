package org.ninetyten.academy.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Keeps who works for which partner. */
@ApplicationScoped
public class KeepStaff {

    private final EntityManager entities;

    KeepStaff(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public void joined(UUID partnerId, UUID staffId, LocalDate from) {
        // A replayed event must not undo a departure that came after it.
        entities.createNativeQuery("""
                        insert into employment (partner_id, staff_id, employed_from) values (:partner, :staff, :from)
                        on conflict (staff_id, partner_id) do update
                            set employed_from = excluded.employed_from,
                                employed_to = case when employment.employed_to >= excluded.employed_from
                                              then employment.employed_to end
                        """)
                .setParameter("partner", partnerId)
                .setParameter("staff", staffId)
                .setParameter("from", from)
                .executeUpdate();
    }

    @Transactional
    public void left(UUID partnerId, UUID staffId, LocalDate to) {
        entities.createNativeQuery("""
                        insert into employment (partner_id, staff_id, employed_to) values (:partner, :staff, :to)
                        on conflict (staff_id, partner_id) do update set employed_to = excluded.employed_to
                        """)
                .setParameter("partner", partnerId)
                .setParameter("staff", staffId)
                .setParameter("to", to)
                .executeUpdate();
    }
}
