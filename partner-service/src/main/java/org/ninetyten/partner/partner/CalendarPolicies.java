package org.ninetyten.partner.partner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The stored versions of the rules for calendars. */
@ApplicationScoped
class CalendarPolicies implements PanacheRepositoryBase<CalendarPolicy, Integer> {

    CalendarPolicy validOn(LocalDate day) {
        return find("validFrom <= ?1 order by validFrom desc, version desc", day)
                .range(0, 0)
                .firstResult();
    }
}
