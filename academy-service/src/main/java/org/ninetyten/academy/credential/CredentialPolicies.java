package org.ninetyten.academy.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The versions of the credential policy. */
@ApplicationScoped
class CredentialPolicies {

    private final EntityManager entities;

    CredentialPolicies(EntityManager entities) {
        this.entities = entities;
    }

    CredentialPolicy on(LocalDate day) {
        @Nullable
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select version, basic_months, specialist_months, expert_months from credential_policy
                        where valid_from <= :day order by valid_from desc limit 1
                        """, Object[].class)
                .setParameter("day", day)
                .getSingleResult();
        return new CredentialPolicy((int) row[0], (Integer) row[1], (Integer) row[2], (Integer) row[3]);
    }
}
