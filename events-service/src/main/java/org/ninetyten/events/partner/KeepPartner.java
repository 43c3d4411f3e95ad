package org.ninetyten.events.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Keeps what other services say about a partner; an older version than the one kept changes nothing. */
@ApplicationScoped
public class KeepPartner {

    private final EntityManager entities;

    @Inject
    KeepPartner(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps the whole state of a partner. */
    @Transactional
    public void state(UUID partnerId, long version, String legalName, String status, String tier) {
        entities.createNativeQuery("""
                        INSERT INTO host_partner (partner_id, version, legal_name, status, tier)
                        VALUES (:partnerId, :version, :legalName, :status, :tier)
                        ON CONFLICT (partner_id) DO UPDATE SET version = excluded.version,
                            legal_name = excluded.legal_name, status = excluded.status, tier = excluded.tier
                        WHERE host_partner.version <= excluded.version
                        """)
                .setParameter("partnerId", partnerId)
                .setParameter("version", version)
                .setParameter("legalName", legalName)
                .setParameter("status", status)
                .setParameter("tier", tier)
                .executeUpdate();
    }

    /** Keeps a new tier. A partner that is not known yet comes with its tier later. */
    @Transactional
    public void tier(UUID partnerId, long version, String tier) {
        entities.createNativeQuery("""
                        UPDATE host_partner SET version = :version, tier = :tier
                        WHERE partner_id = :partnerId AND version <= :version
                        """)
                .setParameter("partnerId", partnerId)
                .setParameter("version", version)
                .setParameter("tier", tier)
                .executeUpdate();
    }
}
