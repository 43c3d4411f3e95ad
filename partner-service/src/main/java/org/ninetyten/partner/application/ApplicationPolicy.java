package org.ninetyten.partner.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** One version of the rules for applications. */
@Entity
@Immutable
public class ApplicationPolicy {

    @Id
    private int version;

    private LocalDate validFrom;
    private int reapplyAfterDays;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationPolicy() {}

    ApplicationPolicy(int version, LocalDate validFrom, int reapplyAfterDays) {
        this.version = version;
        this.validFrom = validFrom;
        this.reapplyAfterDays = reapplyAfterDays;
    }

    public int version() {
        return version;
    }

    /** The first day on which it decides. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** The first day on which a company that is rejected on the given day may apply again. */
    LocalDate reapplyOn(LocalDate rejectedOn) {
        return rejectedOn.plusDays(reapplyAfterDays);
    }
}
