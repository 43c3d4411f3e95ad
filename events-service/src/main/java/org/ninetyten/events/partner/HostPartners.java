package org.ninetyten.events.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The partners as this service knows them. */
@ApplicationScoped
public class HostPartners implements PanacheRepositoryBase<HostPartner, UUID> {

    /** Whether the partner is known and active, the only ones that may host. */
    public boolean isActive(UUID partnerId) {
        return findByIdOptional(partnerId).filter(HostPartner::isActive).isPresent();
    }
}
