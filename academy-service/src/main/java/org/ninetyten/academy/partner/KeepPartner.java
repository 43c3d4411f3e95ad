package org.ninetyten.academy.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps where each partner stands. */
@ApplicationScoped
public class KeepPartner {

    private final EntityManager entities;

    KeepPartner(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes over a partner's status unless a later version is known already. */
    @Transactional
    public void status(UUID partnerId, long version, String status) {
        entities.createNativeQuery("""
                        insert into partner (partner_id, version, status) values (:partner, :version, :status)
                        on conflict (partner_id) do update
                            set version = excluded.version, status = excluded.status
                            where partner.version < excluded.version
                        """)
                .setParameter("partner", partnerId)
                .setParameter("version", version)
                .setParameter("status", status)
                .executeUpdate();
    }
}
