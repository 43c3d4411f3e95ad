package org.ninetyten.leadrouting.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ninetyten.leadrouting.partner.PartnerProfile;
import org.ninetyten.leadrouting.partner.Partners;
import org.ninetyten.messaging.http.ProblemException;

/** Which day it is where a partner is: its invoices bear that date. */
@ApplicationScoped
public class PartnerDays {

    /** Where a day begins first: a date that no place on Earth has reached is in the future for everybody. */
    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

    private final Partners partners;

    PartnerDays(Partners partners) {
        this.partners = partners;
    }

    /** The partner's zone; UTC as long as its own service has not told of the partner. */
    public ZoneId zoneOf(UUID partnerId) {
        return partners.find(partnerId).map(PartnerProfile::timeZone).orElse(ZoneOffset.UTC);
    }

    /** The day at the instant on the partner's wall clock. */
    public LocalDate today(UUID partnerId, Instant now) {
        return LocalDate.ofInstant(now, zoneOf(partnerId));
    }

    /**
     * Money is posted with the plan and tier of its day, and nobody knows those of a day to come.
     *
     * @throws ProblemException 400 when no place on Earth has seen the day
     */
    public static void refuseFuture(String field, LocalDate day, Instant now) {
        if (day.isAfter(LocalDate.ofInstant(now, FIRST_TO_SEE_A_DAY))) {
            throw ProblemException.invalid(field, "must not be in the future");
        }
    }
}
