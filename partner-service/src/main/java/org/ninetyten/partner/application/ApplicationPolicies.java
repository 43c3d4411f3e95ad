package org.ninetyten.partner.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The stored versions of the rules for applications. */
@ApplicationScoped
class ApplicationPolicies implements PanacheRepositoryBase<ApplicationPolicy, Integer> {

    ApplicationPolicy validOn(LocalDate day) {
        return find("validFrom <= ?1 order by validFrom desc, version desc", day)
                .range(0, 0)
                .firstResult();
    }
}
