package org.ninetyten.events.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The versions of the programme's policy. */
@ApplicationScoped
public class ProgrammePolicies implements PanacheRepositoryBase<ProgrammePolicy, Integer> {

    /** The version that holds on a day: the last one that has begun. */
    public ProgrammePolicy on(LocalDate day) {
        return find("validFrom <= ?1 order by validFrom desc", day)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("No programme policy holds on " + day));
    }

    /** A version that something was decided under. */
    public ProgrammePolicy version(int version) {
        return findByIdOptional(version)
                .orElseThrow(() -> new IllegalStateException("There is no programme policy version " + version));
    }
}
