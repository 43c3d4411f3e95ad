package org.ninetyten.partner.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Which tier partners had when. */
@ApplicationScoped
public class TierPeriods implements PanacheRepositoryBase<TierPeriod, UUID> {

    TierPeriod open(UUID partnerId) {
        return find("partnerId = ?1 and effectiveTo is null", partnerId).singleResult();
    }

    /** The partner's tiers, the latest first. */
    public List<TierPeriod> history(UUID partnerId) {
        return list("partnerId = ?1 order by effectiveFrom desc, id desc", partnerId);
    }
}
